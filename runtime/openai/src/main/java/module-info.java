import org.jspecify.annotations.NullMarked;

/** A client for models behind the protocols of OpenAI. */
@NullMarked
module dev.escapement.openai {
    requires transitive dev.escapement.http;

    exports dev.escapement.openai;
}
