import org.jspecify.annotations.NullMarked;

/** A model client for Google's Gemini API. */
@NullMarked
module dev.escapement.gemini {
    requires transitive dev.escapement.http;

    exports dev.escapement.gemini;
}
