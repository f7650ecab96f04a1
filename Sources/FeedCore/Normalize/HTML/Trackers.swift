/// Query parameters that only tell who sent a reader, and redirectors that only count them.
enum Trackers {
    /// An address that was more than an address.
    struct Cleaned {
        let address: [UInt8]
        /// Where it leads stood in the address of a redirector.
        let isUnwrapped: Bool
        let lostParameters: Bool

        var text: String { String(decoding: address, as: UTF8.self) }
    }

    /// `address` without them; nil if there is nothing to take away.
    /// - Parameter site: The host, without `www.`, of the page that links there. Ghost puts it into each link, as `ref`.
    static func cleaned(_ address: [UInt8], from site: String? = nil) -> Cleaned? {
        // Without a query there is neither.
        guard address.contains(ASCII.question) || address.contains(ASCII.hash) else { return nil }
        let original = String(decoding: address, as: UTF8.self)
        var text = original
        var (isUnwrapped, lostParameters) = (false, false)
        for _ in 0..<maxSteps {
            let parts = Address(text)
            if let target = Redirectors.target(of: parts) {
                text = target
                isUnwrapped = true
            } else if let clean = withoutParameters(parts, site) {
                text = clean
                lostParameters = true
            } else {
                guard text != original else { return nil }
                return Cleaned(address: Array(text.utf8), isUnwrapped: isUnwrapped, lostParameters: lostParameters)
            }
        }
        return nil
    }

    /// What is wrapped deeper is left alone, so that cleaning takes linear time and a second pass finds nothing to do.
    private static let maxSteps = 8

    /// Nil if there is nothing to take away.
    private static func withoutParameters(_ address: Address, _ site: String?) -> String? {
        let scheme = address.scheme?.lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        var clean = address
        clean.query = address.query.flatMap { kept($0, site) }
        clean.fragment = address.fragment.flatMap { fragment in
            fragment.utf8.contains(ASCII.equals) ? kept(fragment, site) : fragment
        }
        return clean == address ? nil : clean.text
    }

    /// The parameters that stay; nil if there are none, while there were some.
    private static func kept(_ parameters: Substring, _ site: String?) -> Substring? {
        // By bytes, here and below: characters take many times as long to find.
        let list = parameters.utf8.split(separator: ASCII.ampersand, omittingEmptySubsequences: false)
            .map(Substring.init)
        let kept = list.filter { !isTracker($0, site) }
        if kept.count == list.count { return parameters }
        return kept.isEmpty ? nil : Substring(kept.joined(separator: "&"))
    }

    private static func isTracker(_ parameter: Substring, _ site: String?) -> Bool {
        let name = Substring(parameter.utf8.prefix { $0 != ASCII.equals }).lowercased()
        if name == "ref", let site {
            let value = parameter.dropFirst("ref=".count)
            return value == site || value == "www.\(site)"
        }
        return names.contains(name) || prefixes.contains { name.utf8.starts(with: $0) }
    }

    /// Families of names.
    private static let prefixes = [
        "__cft__", "__hs", "_branch_", "at_bbc_", "at_campaign", "at_custom", "at_format", "at_link",
        "at_medium", "at_ptr_", "bsft_", "elq", "fb_action_", "ga_", "guce_", "hmb_", "hsa_", "itm_",
        "matomo_", "ml_subscriber", "mtm_", "ns_mchannel", "oft_", "oly_", "os_eh", "piwik_", "pk_",
        "s_kwcid", "sc_cid", "ss_campaign_", "stm_", "trk_", "utm_", "vero_", "wt.mc", "wt_mc",
    ].map { Array($0.utf8) }

    /// What Miniflux, ClearURLs, Brave and Firefox take away, but for names that mean something elsewhere: Facebook, Google,
    /// Microsoft, Twitter, Instagram, TikTok, Yandex, Mailchimp, HubSpot, Marketo, Adobe, and others.
    private static let names: Set<String> = [
        "__readwiselocation", "__s", "__tn__", "__twitter_impression", "_bhlid", "_bta_c", "_bta_tid", "_ga",
        "_gl", "_hsenc", "_hsmi", "_ke", "_kx", "_openstat", "_sgm_action", "_sgm_campaign", "_sgm_pinned",
        "_sgm_source", "_sgm_term", "_trkparms", "_trksid", "action_object_map", "action_ref_map",
        "action_type_map", "ad_id", "adgroupid", "awc", "bbeml", "campaign_content", "campaign_id",
        "campaign_medium", "campaign_name", "campaign_source", "campaign_term", "ceneo_spo",
        "ck_subscriber_id", "cmpid", "cndid", "cvid", "cx_click", "dclid", "dicbo", "dm_i", "ef_id", "efid",
        "epik", "et_cid", "et_rid", "fb_comment_id", "fb_ref", "fb_source", "fbclid", "ftag",
        "gad_campaignid", "gad_source", "gbraid", "gclid", "gclsrc", "gdffi", "gdfms", "gdftrk", "guccounter",
        "hmsr", "hsctatracking", "icid", "ig_rid", "igsh", "igshid", "ir_adid", "ir_campaignid",
        "ir_partnerid", "irclickid", "irgwc", "li_fat_id", "lipi", "mc_cid", "mc_eid", "mc_tc", "mibextid",
        "mkcid", "mkevt", "mkrid", "mkt_tok", "mkwid", "msclkid", "msockid", "ncid", "nr_email_referer",
        "ns_campaign", "ns_fee", "ns_linkname", "ns_source", "obclickid", "otc", "pcrid", "rb_clickid",
        "rdt_cid", "ref_src", "ref_url", "s_cid", "sb_referer_host", "sc_campaign", "sc_channel",
        "sc_content", "sc_country", "sc_geo", "sc_medium", "sc_outcome", "sccid", "sfmc_sub", "smid",
        "soc_src", "soc_trk", "spm", "sr_share", "srsltid", "ss_email_id", "ss_source", "sscid", "tblci",
        "tduid", "tracking_source", "trk", "trkcampaign", "trkinfo", "ttclid", "twclid", "vgo_ee", "wbraid",
        "wickedid", "wickedsource", "wtrid", "xmt", "xtor", "ybaip", "yclid", "ymclid", "ysclid", "zanpid",
    ]
}
