/// Who plays videos and recordings in frames that feedtool knows; named as in `merge.players` of `site.json`.
public enum PlayerService: String, Sendable, CaseIterable {
    case dailymotion, spotify, twitch, vimeo, youtube
}
