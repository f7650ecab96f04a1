/// The state of one coding's decoder.
protocol CodingStream: AnyObject {
    /// At the end of the coded data, checksums included.
    var isComplete: Bool { get }

    /// Decodes from the front of `input`, which it shortens, into `output`; gives the number of bytes written there.
    /// To be called until nothing of `input` is left and `output` is no longer filled.
    func step(_ input: inout UnsafeRawBufferPointer, _ output: inout [UInt8]) throws(CodingError) -> Int
}
