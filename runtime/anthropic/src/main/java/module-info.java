import org.jspecify.annotations.NullMarked;

/** A client for models behind the Messages API of Anthropic. */
@NullMarked
module dev.escapement.anthropic {
    requires transitive dev.escapement.http;

    exports dev.escapement.anthropic;
}
