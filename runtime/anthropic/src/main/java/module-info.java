import org.jspecify.annotations.NullMarked;

/** A model client for Anthropic's Messages API. */
@NullMarked
module dev.escapement.anthropic {
    requires transitive dev.escapement.http;

    exports dev.escapement.anthropic;
}
