import org.jspecify.annotations.NullMarked;

/** A client for models that use Anthropic's Messages API. */
@NullMarked
module dev.escapement.anthropic {
    requires transitive dev.escapement.http;

    exports dev.escapement.anthropic;
}
