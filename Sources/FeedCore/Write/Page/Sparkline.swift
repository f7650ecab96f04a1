/// A row of small bars, one a week, drawn without a style or a script.
enum Sparkline {
    static func svg(_ weeks: [Int], _ words: PageWords) -> HTML {
        let highest = max(1, weeks.max() ?? 0)
        let bars = weeks.enumerated().reduce(into: HTML()) { bars, week in
            // A week without a post keeps a faint line, so that the row has no gaps.
            let height = week.element == 0 ? 1 : max(3, week.element * Self.height / highest)
            let faint: HTML? = week.element == 0 ? " opacity=\"0.45\"" : nil
            bars += """
                <rect x="\(week.offset * Self.step)" y="\(Self.height - height)" \
                width="\(Self.step - 2)" height="\(height)"\(faint)/>
                """
        }
        return """
            <svg class="activity" role="img" aria-label="\(words.activity(weeks))" \
            viewBox="0 0 \(max(1, weeks.count * Self.step)) \(Self.height)" fill="currentColor">\(bars)</svg>
            """
    }

    private static let height = 24
    private static let step = 8
}
