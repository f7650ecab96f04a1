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
    static func cleaned(_ address: [UInt8]) -> Cleaned? {
        // Without a query there is neither.
        guard address.contains(ASCII.question) || address.contains(ASCII.hash) else { return nil }
        let original = String(decoding: address, as: UTF8.self)
        var text = original
        for _ in 0..<3 {
            guard let target = Redirectors.target(of: text) else { break }
            text = target
        }
        var parts = Address(text)
        guard parts.scheme == "http" || parts.scheme == "https" else { return nil }
        parts.query = parts.query.flatMap(kept)
        parts.fragment = parts.fragment.flatMap { fragment in
            fragment.utf8.contains(ASCII.equals) ? kept(fragment) : fragment
        }
        let clean = parts.text
        guard clean != original else { return nil }
        return Cleaned(address: Array(clean.utf8), isUnwrapped: text != original, lostParameters: clean != text)
    }

    /// The parameters that stay; nil if there are none, while there were some.
    private static func kept(_ parameters: Substring) -> Substring? {
        let list = parameters.split(separator: "&", omittingEmptySubsequences: false)
        let kept = list.filter { !isTracker($0) }
        if kept.count == list.count { return parameters }
        return kept.isEmpty ? nil : Substring(kept.joined(separator: "&"))
    }

    private static func isTracker(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }

    /// Families of names.
    private static let prefixes = [
        "utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "ga_", "stm_", "itm_", "oly_", "__hs", "hmb_", "trk_",
        "at_campaign", "at_medium", "wt.mc", "wt_mc", "sc_cid", "s_kwcid", "vero_", "_branch_", "os_eh", "ns_mchannel",
    ]

    /// Facebook, Google, Microsoft, Twitter, Instagram, TikTok, Yandex, Mailchimp, HubSpot, Marketo, Adobe, and others.
    private static let names: Set<String> = [
        "_bta_c", "_bta_tid", "_ga", "_gl", "_hsenc", "_hsmi", "_ke", "_kx", "_openstat", "_sgm_action",
        "_sgm_campaign", "_sgm_pinned", "_sgm_source", "_sgm_term", "action_object_map", "action_ref_map",
        "action_type_map", "ad_id", "adgroupid", "bbeml", "bsft_clkid", "bsft_eid", "bsft_uid", "campaign_id",
        "ceneo_spo",
        "cmpid", "cvid", "dclid", "dm_i", "efid", "elqtrack", "elqtrackid", "epik", "et_cid", "et_rid", "fb_action_ids",
        "fb_action_types", "fb_comment_id", "fb_ref", "fb_source", "fbclid", "ftag", "gad_campaignid", "gad_source",
        "gbraid", "gclid", "gclsrc", "gdfms", "gdftrk", "gdffi", "hmsr", "hsctatracking", "icid", "ig_rid", "igsh",
        "igshid", "irclickid", "irgwc", "li_fat_id", "lipi", "mc_cid", "mc_eid", "mc_tc", "mkt_tok", "mkwid",
        "ml_subscriber",
        "ml_subscriber_hash", "msclkid", "mtm_source", "ncid", "nr_email_referer", "oft_campaign", "oft_ck", "oft_d",
        "oft_id", "oft_ids", "oft_k", "oft_lk", "oft_sk", "otc", "pcrid", "rb_clickid", "rdt_cid", "ref_src", "ref_url",
        "s_cid", "sb_referer_host", "sc_campaign", "sc_channel", "sc_content", "sc_country", "sc_geo", "sc_medium",
        "sc_outcome", "sfmc_sub", "smid", "spm", "srsltid", "ss_campaign_id", "ss_campaign_name",
        "ss_campaign_sent_date",
        "ss_email_id", "ss_source", "sscid", "tracking_source", "trk", "trkcampaign", "trkinfo", "ttclid", "twclid",
        "vgo_ee", "wbraid", "wickedid", "wickedsource", "xtor", "ybaip", "yclid", "ymclid", "ysclid", "zanpid",
    ]
}
