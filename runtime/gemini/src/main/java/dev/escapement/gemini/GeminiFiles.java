package dev.escapement.gemini;

import dev.escapement.content.Content;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.RequestRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The media types that the API documents for files in a request.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/file-input-methods">File input methods</a>
 * @see <a href="https://ai.google.dev/gemini-api/docs/function-calling">Multimodal function responses</a>
 */
final class GeminiFiles {

    private static final List<String> IMAGES =
            List.of("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif");
    private static final List<String> DOCUMENTS = List.of("application/pdf");
    private static final List<String> TEXTS = List.of(
            "text/plain",
            "text/html",
            "text/css",
            "text/csv",
            "text/md",
            "text/markdown",
            "text/xml",
            "text/rtf",
            "text/javascript",
            "text/x-python");
    private static final List<String> SOUNDS = List.of(
            "audio/wav",
            "audio/x-wav",
            "audio/mp3",
            "audio/mpeg",
            "audio/aiff",
            "audio/aac",
            "audio/ogg",
            "audio/flac",
            "audio/m4a",
            "audio/mp4",
            "audio/opus",
            "audio/webm");
    private static final List<String> VIDEOS = List.of(
            "video/mp4",
            "video/mpeg",
            "video/mpg",
            "video/mov",
            "video/quicktime",
            "video/avi",
            "video/x-flv",
            "video/webm",
            "video/wmv",
            "video/3gpp");

    /** The media types of further texts, which are sent as plain text. */
    private static final List<String> MORE_TEXTS = List.of(
            "application/json",
            "application/xml",
            "application/yaml",
            "application/x-yaml",
            "application/javascript",
            "application/x-javascript",
            "application/rtf");

    /** The media types of files within the answer to a call. */
    private static final Set<String> IN_ANSWERS =
            Set.of("image/png", "image/jpeg", "image/webp", "application/pdf", "text/plain");

    private final ModelInfo model;

    /**
     * Creates a check of the files for a model.
     *
     * @param model the model, for messages
     */
    GeminiFiles(ModelInfo model) {
        this.model = model;
    }

    /** Returns whether the answer to a call may contain files of a type, in models that accept files within answers. */
    static boolean isForAnswers(String mediaType) {
        return IN_ANSWERS.contains(mediaType);
    }

    /**
     * Returns the media type of a file in a request. Texts of types that the API does not know become plain text.
     *
     * @throws RequestRejectedException if it does not; the message names the file, its type and the accepted types
     */
    String mediaType(Content.File file) {
        String type = file.mediaType();
        if (List.of(IMAGES, DOCUMENTS, TEXTS, SOUNDS, VIDEOS).stream().anyMatch(types -> types.contains(type))) {
            return type;
        } else if (type.startsWith("text/") || MORE_TEXTS.contains(type)) {
            return TEXTS.get(0);
        }
        List<String> accepted = new ArrayList<>();
        List.of(IMAGES, DOCUMENTS, List.of("text/*"), MORE_TEXTS, SOUNDS, VIDEOS)
                .forEach(accepted::addAll);
        throw RequestRejectedException.unsupportedFile(model, file, accepted);
    }
}
