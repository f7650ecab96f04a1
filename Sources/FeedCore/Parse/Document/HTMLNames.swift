/// The names that make a text look like HTML.
enum HTMLNames {
    /// In lower case: the elements of HTML's living standard and those that it calls obsolete. What is active is among
    /// them, because a text that holds a script should meet the sanitizer.
    static let elements = Set(
        """
        a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code col \
        colgroup command datagrid datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption \
        figure footer font form header h1 h2 h3 h4 h5 h6 hr i img input ins keygen kbd label legend li m map mark menu \
        meter multicol nav nextid ol output optgroup option p picture pre progress q rp rt ruby s samp section select \
        small sound source spacer span strike strong sub summary sup table tbody td textarea time tfoot th thead tr tt \
        u ul var video noscript wbr iframe html head body title base link meta style script template object embed param \
        applet frame frameset noframes marquee blink bgsound basefont track data slot search svg math hgroup main rb rtc \
        strike xmp listing plaintext isindex nobr noembed
        """.split(separator: " ").map(String.init))

    /// HTML 4's entities (section 24), and XML's.
    static func isEntity(_ name: ArraySlice<UInt8>) -> Bool { entities.contains(String(decoding: name, as: UTF8.self)) }

    private static let entities = Set(
        """
        quot amp apos lt gt nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg \
        plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc \
        Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute \
        Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml \
        aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde \
        ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml OElig oelig Scaron scaron Yuml fnof circ tilde \
        Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi \
        Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf \
        sigma tau upsilon phi chi psi omega thetasym upsih piv ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo \
        rsquo sbquo ldquo rdquo bdquo dagger Dagger bull hellip permil prime Prime lsaquo rsaquo oline frasl euro \
        image weierp real trade alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist \
        empty nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp \
        ne equiv le ge sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades \
        clubs hearts diams
        """.split(separator: " ").map(String.init))
}
