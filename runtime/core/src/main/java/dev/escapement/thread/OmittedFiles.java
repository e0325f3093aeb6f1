package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.internal.text.BlankText;
import dev.escapement.internal.text.Excerpt;
import java.util.List;
import java.util.stream.Collectors;

/** The words about files that a rendering omits. */
final class OmittedFiles {

    /** The maximum number of names. */
    private static final int MAX_NAMES = 3;

    private static final int MAX_LENGTH = 60;

    private OmittedFiles() {}

    /** Returns a text, followed by a notice with the names of all files that could not be sent. */
    static String unsent(String text, List<Content.File> files) {
        String names = files.stream().map(OmittedFiles::name).collect(Collectors.joining(", "));
        String notice = Rendering.notice(Rendering.FILES_NOT_SENT + names);
        return BlankText.is(text) ? notice : text + "\n" + notice;
    }

    /** Returns a notice about the files of an answer that a {@link BoundedRendering} omits. */
    static String notice(List<Content.File> files) {
        return Rendering.notice(words(files));
    }

    /** Returns the words with the names of the first files, or an empty string if there are no files. */
    static String words(List<Content.File> files) {
        if (files.isEmpty()) {
            return "";
        }
        String names = files.stream().limit(MAX_NAMES).map(OmittedFiles::name).collect(Collectors.joining(", "));
        int others = files.size() - MAX_NAMES;
        return Rendering.FILES_LEFT_OUT + names + (others > 0 ? " and " + others + " more" : "");
    }

    /** Returns the name of a file, or its media type if it does not have a name. */
    private static String name(Content.File file) {
        return Excerpt.line(file.name().isBlank() ? file.mediaType() : file.name(), MAX_LENGTH);
    }
}
