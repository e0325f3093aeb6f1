import org.jspecify.annotations.NullMarked;

/** A model client for OpenAI's protocols. */
@NullMarked
module dev.escapement.openai {
    requires transitive dev.escapement.http;

    exports dev.escapement.openai;
}
