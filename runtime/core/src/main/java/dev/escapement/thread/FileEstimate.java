package dev.escapement.thread;

import dev.escapement.content.Content;
import java.util.List;

/**
 * The estimated number of tokens of a file, as {@link BoundedRendering} documents it. Providers count files in different
 * ways, which depend on the size of an image in pixels and on the number of pages, so that an estimate is sufficient.
 */
final class FileEstimate {

    /** The number of tokens of an image. Providers reduce large images to about this number. */
    static final int IMAGE = 1_600;

    /** The minimum number of tokens of a file. It exceeds that of the usual notice about an omitted file. */
    static final int MIN = 100;

    /** The number of bytes of a token in a text file. */
    private static final int TEXT_BYTES = 4;

    /** The number of bytes of a token in other files: documents, sound and video. */
    private static final int OTHER_BYTES = 32;

    private FileEstimate() {}

    /** Returns the number of tokens of files. */
    static long of(List<Content.File> files) {
        long sum = 0;
        for (Content.File file : files) {
            sum += of(file);
        }
        return sum;
    }

    private static long of(Content.File file) {
        String type = file.mediaType();
        if (type.startsWith("image/")) {
            return IMAGE;
        }
        boolean isText = type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
        return Math.max(MIN, file.size() / (isText ? TEXT_BYTES : OTHER_BYTES));
    }
}
