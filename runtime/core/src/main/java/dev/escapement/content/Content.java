package dev.escapement.content;

import dev.escapement.Codec;
import dev.escapement.Describe;
import dev.escapement.Naming;
import dev.escapement.internal.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/** A part of a message: text, or a reference to a file. Immutable. */
@Codec(naming = Naming.AS_DECLARED)
@Describe("A text or a reference to a file")
public sealed interface Content {

    /**
     * A visitor of content, with one method for each type of content.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles text.
         *
         * @param content the text
         * @return the result
         */
        R text(Text content);

        /**
         * Handles a reference to a file.
         *
         * @param content the file
         * @return the result
         */
        R file(File content);
    }

    /**
     * Calls the visitor's method for the type of this content.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Returns the texts of a list of content, separated by empty lines. Files are omitted.
     *
     * @param content the parts of a message
     * @return the text; empty if there is none
     */
    static String textOf(List<? extends Content> content) {
        if (content.size() == 1 && content.get(0) instanceof Text only) {
            return only.text();
        }
        StringJoiner joined = new StringJoiner("\n\n");
        for (Content part : content) {
            if (part instanceof Text text) {
                joined.add(text.text());
            }
        }
        return joined.toString();
    }

    /**
     * Returns the files in a list of content.
     *
     * @param content the parts of a message
     * @return the files in order
     */
    static List<File> filesOf(List<? extends Content> content) {
        List<File> files = new ArrayList<>(0);
        for (Content part : content) {
            if (part instanceof File file) {
                files.add(file);
            }
        }
        return List.copyOf(files);
    }

    /**
     * Text.
     *
     * @param text the text
     */
    @Describe("A text")
    record Text(@Describe("The text") String text) implements Content {
        public Text {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * A reference to a file, for example an image or a PDF document. A {@link ContentStore} keeps the bytes, so that
     * events remain small. A step whose result contains files shows them to the model after the JSON of the result. A
     * {@link dev.escapement.Tool} record cannot contain files, because the model could invent the reference.
     *
     * @param mediaType the media type, for example {@code image/png}; converted to lower case, without parameters, and
     *     {@code image/jpeg} for {@code image/jpg}
     * @param name the name of the file for people and models; empty if it has none
     * @param sha256 the SHA-256 hash of the bytes, as 64 lower-case hexadecimal digits
     * @param size the number of bytes, 0 or more
     */
    @Codec(naming = Naming.AS_DECLARED)
    @Describe("A reference to a file")
    record File(
            @Describe("Media type, like image/png") String mediaType,
            @Describe("Name of the file, possibly empty") String name,

            @Describe("SHA-256 of the bytes as 64 lower-case hexadecimal digits")
            String sha256,

            @Describe("Number of bytes") long size)
            implements Content {

        private static final int MAX_LENGTH = 100;

        public File {
            Objects.requireNonNull(name, "name");
            String given = mediaType;
            mediaType = normalized(mediaType);
            if (!mediaType.matches("[a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127}")) {
                throw new IllegalArgumentException("The media type of a file is \"" + Excerpt.line(given, MAX_LENGTH)
                        + "\". Use the form type/subtype, for example image/png.");
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "The hash of a file must consist of 64 lower-case hexadecimal digits, not \""
                                + Excerpt.line(sha256, MAX_LENGTH) + "\".");
            }
            if (size < 0) {
                throw new IllegalArgumentException("The size of a file must be 0 or more, not " + size + ".");
            }
        }

        private static String normalized(String mediaType) {
            int end = mediaType.indexOf(';');
            String type =
                    (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
            return type.equals("image/jpg") ? "image/jpeg" : type;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.file(this);
        }
    }
}
