import org.jspecify.annotations.NullMarked;

/** A client for models that use OpenAI's protocols. */
@NullMarked
module dev.escapement.openai {
    requires transitive dev.escapement.http;

    exports dev.escapement.openai;
}
