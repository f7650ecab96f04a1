import CIconv
import Glibc

/// An encoding that documents may come in: iconv's, under the names that the web uses.
struct TextEncoding {
    private let iconvName: String

    /// Nil if the encoding is unknown, or not one for documents (UTF-7 hides markup from every filter).
    init?(_ label: String) {
        guard label.utf8.allSatisfy(Self.isLabelByte), label.utf8.count <= 40 else { return nil }
        let name = Self.aliases[label] ?? label
        guard Self.allowedPrefixes.contains(where: name.hasPrefix) else { return nil }
        if name == "utf-8" {
            iconvName = name
            return
        }
        guard let converter = Converter(from: name) else { return nil }
        _ = consume converter
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
        switch label {
        case "utf8": "utf-8"
        case "gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese", "cp936", "windows-936", "euc-cn": "gb18030"
        case "utf-16", "utf16", "ucs-2", "iso-10646-ucs-2", "unicode", "u16": "utf-16be"
        case "utf-32", "utf32", "ucs-4", "iso-10646-ucs-4", "u32": "utf-32be"
        default: label
        }
    }

    /// Names that say nothing of the byte order.
    static func isGenericUnicode(_ label: String) -> Bool {
        ["utf-16be", "utf-32be"].contains(reportedName(label)) && !["utf-16be", "utf-32be"].contains(label)
    }

    /// Encodings in which ASCII text is ASCII: a document that begins like UTF-16 is in none of them.
    static func isASCIIBased(_ label: String) -> Bool {
        !["utf-16", "utf-32", "utf16", "utf32", "ucs", "iso-10646", "cp037", "ibm", "ebcdic"].contains(
            where: label.hasPrefix)
    }
}

extension TextEncoding {
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
        "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "u8": "utf-8", "utf_8": "utf-8",
        "utf-16": "utf-16be", "utf16": "utf-16be", "unicode": "utf-16be", "u16": "utf-16be", "ucs-2": "utf-16be",
        "iso-10646-ucs-2": "utf-16be", "utf-32": "utf-32be", "utf32": "utf-32be", "u32": "utf-32be",
        "ucs-4": "utf-32be", "iso-10646-ucs-4": "utf-32be",
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "chinese": "gb18030", "gb_2312-80": "gb18030",
        "euc-cn": "gb18030", "cp936": "gb18030", "windows-936": "gb18030",
        "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
        "ms_kanji": "cp932", "euc-kr": "cp949", "euckr": "cp949", "euc_kr": "cp949", "ks_c_5601-1987": "cp949",
        "windows-949": "cp949", "korean": "cp949", "big5": "big5-hkscs", "big5hkscs": "big5-hkscs",
        "tis-620": "cp874", "iso8859-11": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874",
        "x-euc-jp": "euc-jp", "eucjp": "euc-jp", "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252",
        "x-mac-roman": "macintosh", "x-mac-cyrillic": "mac-cyrillic", "win-1251": "cp1251", "win1251": "cp1251",
        "ansi": "cp1252", "latin-1": "iso-8859-1", "iso8859": "iso-8859-1",
    ]

    /// What may be decoded: the encodings of text, by how their names begin.
    private static let allowedPrefixes = [
        "utf-8", "utf-16", "utf-32", "ucs-2", "ucs-4", "us-ascii", "ascii", "ansi_x3", "iso646-us", "iso-8859",
        "iso8859", "iso_8859", "iso-ir-", "latin", "l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "cp", "ibm",
        "windows-", "csiso", "cswindows", "koi8", "koi-8", "mac", "gb18030", "gbk", "gb2312", "big5", "euc-", "euc_",
        "iso-2022-", "hz", "johab", "uhc", "shift", "sjis", "tcvn", "viscii", "armscii", "georgian", "geostd8", "pt154",
        "rk1048", "kz-1048", "ptcp154", "roman8", "hp-roman8", "r8", "greek", "cyrillic", "arabic", "hebrew", "ebcdic",
        "tscii", "mulelao", "ecma", "elot", "asmo", "jis", "ks_c", "ksc", "cn-", "nextstep", "437", "8",
    ]
}
