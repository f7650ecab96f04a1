import CIconv
import Glibc

/// An encoding that documents may come in: iconv's, under the names that the web uses.
struct TextEncoding {
    private let iconvName: String

    /// Nil if the encoding is unknown, or not one for documents (UTF-7 hides markup from every filter).
    init?(_ label: String) {
        guard label.utf8.allSatisfy(Self.isLabelByte), label.utf8.count <= 40,
            let name = Self.names(of: label).first(where: Self.isKnown)
        else { return nil }
        iconvName = name
    }

    /// The text as UTF-8; nil if there are bytes that the encoding does not have.
    func decode(_ bytes: [UInt8]) -> [UInt8]? {
        if iconvName == "utf-8" { return TextScan.isUTF8(bytes.span) ? bytes : nil }
        return convert(bytes, replacing: false)
    }

    /// The text as UTF-8, with U+FFFD for bytes that the encoding does not have.
    func decodeReplacing(_ bytes: [UInt8]) -> [UInt8] {
        if iconvName == "utf-8" { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
        return convert(bytes, replacing: true) ?? []
    }

    /// The text, if stray bytes are few among characters that only UTF-8 writes so; nil if it is hardly UTF-8.
    static func mostlyUTF8(_ bytes: [UInt8]) -> [UInt8]? {
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        var strays = 0
        var characters = 0
        for index in text.indices where text[index] >= 0xC0 {
            let isReplacement = text[index] == 0xEF && text[index + 1] == 0xBF && text[index + 2] == 0xBD
            if isReplacement { strays += 1 } else { characters += 1 }
        }
        return strays * 4 <= characters || strays <= 1 && bytes.suffix(4).contains { $0 >= 0x80 } ? text : nil
    }

    /// How the encoding is called in answers.
    static func reportedName(_ label: String) -> String {
        switch label.replacing("_", with: "-") {
        case "utf8": "utf-8"
        case "gb2312", "gbk", "gb-2312-80", "x-gbk", "chinese", "cp936", "windows-936", "euc-cn": "gb18030"
        case "utf-16", "utf16", "ucs-2", "iso-10646-ucs-2", "unicode", "u16": "utf-16be"
        case "utf-32", "utf32", "ucs-4", "iso-10646-ucs-4", "u32": "utf-32be"
        default: label
        }
    }

    /// Whether a document has markup when it is read so: read as UTF-16 or EBCDIC what is not, no character is `<`,
    /// and what is UTF-16 has zeros around it in any other encoding.
    static func reads(_ document: [UInt8], as label: String) -> Bool {
        let head = Array(document.prefix(512))
        guard let text = TextEncoding(label)?.decodeReplacing(head) else { return false }
        guard let mark = text.firstIndex(of: UInt8(ascii: "<")) else {
            return !head.contains(UInt8(ascii: "<")) && ByteOrderMark.family(of: head) == nil
        }
        return (mark == 0 || text[mark - 1] != 0) && (mark + 1 == text.count || text[mark + 1] != 0)
    }
}

extension TextEncoding {
    /// What iconv may call it: labels of the web mean another encoding to everyone, programs write `_` for `-`, a
    /// code page as a number, a standard with its year.
    private static func names(of label: String) -> [String] {
        let dashed = label.replacing("_", with: "-")
        if let name = aliases[label] ?? aliases[dashed] { return [name] }
        if label.utf8.allSatisfy(\.isASCIIDigit) { return ["cp" + label] }
        var names = [label, dashed]
        if dashed.hasPrefix("iso2022") { names.append("iso-" + dashed.dropFirst(3)) }
        if dashed.hasPrefix("iso-8859-"), let year = dashed.lastIndex(of: "-"), dashed[year...].utf8.count == 5 {
            names.append(String(dashed[..<year]))
        }
        return names
    }

    private static func isKnown(_ name: String) -> Bool {
        guard allowedPrefixes.contains(where: name.hasPrefix) else { return false }
        if name == "utf-8" { return true }
        guard let converter = Converter(from: name) else { return false }
        _ = consume converter
        return true
    }

    /// iconv's handle, closed with its owner.
    @safe
    private struct Converter: ~Copyable {
        let handle: iconv_t

        init?(from name: String) {
            let handle = unsafe iconv_open("UTF-8", name)
            guard let handle = unsafe handle, unsafe ciconv_failed(handle) == 0 else { return nil }
            unsafe self.handle = handle
        }

        deinit { unsafe iconv_close(handle) }
    }

    private func convert(_ bytes: [UInt8], replacing: Bool) -> [UInt8]? {
        guard let converter = Converter(from: iconvName) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var position = 0
        while position < bytes.count {
            var failure: Int32 = 0
            let read = unsafe bytes.withUnsafeBytes { input in
                unsafe buffer.withUnsafeMutableBytes { target in
                    // iconv takes its input as `char **` and does not write to it.
                    var source = unsafe UnsafeMutablePointer(
                        mutating: input.baseAddress?.advanced(by: position).assumingMemoryBound(to: CChar.self))
                    var left = input.count - position
                    var room = target.count
                    var sink = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    if unsafe iconv(converter.handle, &source, &left, &sink, &room) == -1 { failure = errno }
                    unsafe output.append(contentsOf: UnsafeRawBufferPointer(rebasing: target.dropLast(room)))
                    return input.count - position - left
                }
            }
            position += read
            guard failure == EILSEQ || failure == EINVAL else { continue }
            guard replacing else { return nil }
            output.append(contentsOf: "\u{FFFD}".utf8)
            position += min(unitLength, bytes.count - position)
        }
        // All that follows relies on it, whatever a converter makes of half a surrogate.
        return TextScan.isUTF8(output.span) ? output : Array(String(decoding: output, as: UTF8.self).utf8)
    }

    /// How many bytes to pass over at a stray one.
    private var unitLength: Int {
        if iconvName.hasPrefix("utf-16") || iconvName.hasPrefix("ucs-2") { return 2 }
        return iconvName.hasPrefix("utf-32") || iconvName.hasPrefix("ucs-4") ? 4 : 1
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    /// Labels of the web that mean another encoding to everyone, or that iconv does not know.
    private static let aliases: [String: String] = [
        "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "u8": "utf-8",
        "utf-16": "utf-16be", "utf16": "utf-16be", "unicode": "utf-16be", "u16": "utf-16be", "ucs-2": "utf-16be",
        "iso-10646-ucs-2": "utf-16be", "utf-32": "utf-32be", "utf32": "utf-32be", "u32": "utf-32be",
        "ucs-4": "utf-32be", "iso-10646-ucs-4": "utf-32be",
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "chinese": "gb18030", "gb_2312-80": "gb18030",
        "euc-cn": "gb18030", "cp936": "gb18030", "windows-936": "gb18030",
        "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
        "euc-kr": "cp949", "euckr": "cp949",
        "windows-949": "cp949", "korean": "cp949", "big5": "big5-hkscs", "big5hkscs": "big5-hkscs",
        "tis-620": "cp874", "iso8859-11": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874",
        "x-euc-jp": "euc-jp", "eucjp": "euc-jp", "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252",
        "x-mac-roman": "macintosh", "x-mac-cyrillic": "mac-cyrillic", "win-1251": "cp1251", "win1251": "cp1251",
        "ansi": "cp1252", "latin-1": "iso-8859-1", "iso8859": "iso-8859-1",
        "utf": "utf-8", "cp65001": "utf-8", "utf-16-be": "utf-16be", "utf-16-le": "utf-16le",
        "utf-32-be": "utf-32be", "utf-32-le": "utf-32le", "unicodebigunmarked": "utf-16be",
        "unicodelittleunmarked": "utf-16le", "csunicode": "utf-16be", "csucs4": "utf-32be", "ucs2": "utf-16be",
        "ucs4": "utf-32be",
        "646": "us-ascii", "ansi-x3.4-1968": "us-ascii", "8859": "iso-8859-1", "latin": "iso-8859-1",
        "l9": "iso-8859-15", "thai": "cp874",
        "936": "gb18030", "ms936": "gb18030", "csgb2312": "gb18030", "csiso58gb231280": "gb18030",
        "gb2312-80": "gb18030", "iso-ir-58": "gb18030", "x-mac-simp-chinese": "gb18030",
        "csbig5": "big5-hkscs", "big5-tw": "big5-hkscs", "hkscs": "big5-hkscs", "x-mac-trad-chinese": "big5-hkscs",
        "932": "cp932", "ms932": "cp932", "ms-kanji": "cp932", "mskanji": "cp932", "shiftjis": "cp932",
        "s-jis": "cp932", "csshiftjis": "cp932", "x-mac-japanese": "cp932",
        "shift-jis-2004": "shift_jisx0213", "sjis-2004": "shift_jisx0213", "euc-jis-2004": "euc-jisx0213",
        "jisx0213": "euc-jisx0213", "ujis": "euc-jp", "u-jis": "euc-jp",
        "949": "cp949", "ms949": "cp949", "ks-c-5601": "cp949", "ks-c-5601-1987": "cp949", "ks-x-1001": "cp949",
        "ksc5601": "cp949", "ksx1001": "cp949", "cseuckr": "cp949", "x-mac-korean": "cp949",
        "tis620": "cp874", "cp866u": "cp1125", "ruscii": "cp1125", "ibm1125": "cp1125", "ibm039": "cp037",
        "cp1051": "hp-roman8", "ibm1051": "hp-roman8", "mac-roman": "macintosh", "macroman": "macintosh",
        "mac-latin2": "mac-centraleurope", "maclatin2": "mac-centraleurope", "mac-centeuro": "mac-centraleurope",
        "maccentraleurope": "mac-centraleurope", "maccyrillic": "mac-cyrillic",
        "ptcp154": "pt154", "csptcp154": "pt154", "cp154": "pt154", "cyrillic-asian": "pt154", "kz-1048": "rk1048",
        "kz1048": "rk1048", "strk1048-2002": "rk1048",
    ]

    /// What may be decoded: the encodings of text, by how their names begin.
    private static let allowedPrefixes = [
        "utf-8", "utf-16", "utf-32", "ucs-2", "ucs-4", "us-ascii", "ascii", "ansi_x3", "iso646-us", "iso-8859",
        "iso8859", "iso_8859", "iso-ir-", "latin", "l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "cp", "ibm",
        "windows-", "csiso", "cswindows", "csibm", "cspc", "cskoi8", "cshproman8", "csmacintosh", "cseuc", "koi8",
        "koi-8", "mac", "gb18030", "gbk", "gb2312", "big5", "euc-", "euc_",
        "iso-2022-", "johab", "uhc", "shift", "tcvn", "viscii", "armscii", "georgian", "geostd8", "pt154",
        "rk1048", "roman8", "hp-roman8", "r8", "greek", "cyrillic", "arabic", "hebrew", "ebcdic",
        "tscii", "mulelao", "ecma", "elot", "asmo", "jis", "ks_c", "ksc", "cn-", "nextstep", "437", "8",
    ]
}
