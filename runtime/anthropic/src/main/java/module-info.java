import org.jspecify.annotations.NullMarked;

/** A client for models behind the Messages API of Anthropic. */
@NullMarked
module dev.escapement.anthropic {
    requires transitive dev.escapement.wire;

    exports dev.escapement.anthropic;
}
