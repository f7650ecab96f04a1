extension DocumentContext {
    init(_ response: FetchResponse) {
        self.init(
            url: Address(response.finalURL).scheme == nil ? nil : response.finalURL, contentType: response.contentType,
            contentLocation: response.contentLocation, contentLanguage: response.contentLanguage)
    }
}
