package dev.escapement.anthropic;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.RequestRejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A converter from the content of messages to the blocks of one request. Rejects files that the API does not accept,
 * before they are sent.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/vision">Images</a>
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/pdf-support">PDF</a>
 */
final class FileBlocks implements Content.Visitor<Block> {

    /** The maximum length of an image in Base64. */
    static final int MAX_IMAGE = 5 << 20;

    /** The maximum length of a request. */
    static final int MAX_REQUEST = 32 << 20;

    private static final String PDF = "application/pdf";
    private static final String DOCUMENT = "document";
    private static final int MAX_TITLE = 200;
    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Set<String> TEXTS = Set.of(
            "application/json",
            "application/xml",
            "application/yaml",
            "application/x-yaml",
            "application/toml",
            "application/sql",
            "application/javascript");
    private static final List<String> ACCEPTED =
            List.of("image/png", "image/jpeg", "image/gif", "image/webp", PDF, "text/*", "application/json");

    private final ModelInfo model;
    private final ContentStore contents;
    private final boolean hasTitles;
    private long length;

    /**
     * Creates a converter for one request.
     *
     * @param model the model, for messages
     * @param contents the store of the files
     * @param hasTitles whether documents have titles
     */
    FileBlocks(ModelInfo model, ContentStore contents, boolean hasTitles) {
        this.model = model;
        this.contents = contents;
        this.hasTitles = hasTitles;
    }

    /** Returns the blocks of texts and files. Blank texts are omitted. */
    List<Block> of(List<Content> content) {
        List<Block> blocks = new ArrayList<>();
        for (Content part : content) {
            if (!(part instanceof Content.Text text) || !BlankTexts.is(text.text())) {
                blocks.add(part.accept(this));
            }
        }
        return blocks;
    }

    @Override
    public Block text(Content.Text content) {
        return new Block.Text(content.text());
    }

    @Override
    public Block file(Content.File file) {
        if (IMAGES.contains(file.mediaType())) {
            return new Block.Media("image", "base64", file.mediaType(), base64(file, MAX_IMAGE), "");
        } else if (file.mediaType().equals(PDF)) {
            return new Block.Media(DOCUMENT, "base64", PDF, base64(file, MAX_REQUEST), titleOf(file));
        } else if (isText(file.mediaType())) {
            String text = utf8(file);
            return BlankTexts.is(text)
                    ? new Block.Text("The file " + describe(file) + " is empty.")
                    : new Block.Media(DOCUMENT, "text", "text/plain", text, titleOf(file));
        }
        throw RequestRejectedException.unsupportedFile(model, file, ACCEPTED);
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || TEXTS.contains(mediaType)
                || mediaType.endsWith("+json")
                || mediaType.endsWith("+xml");
    }

    private String base64(Content.File file, int limit) {
        reserve(file, 4 * ((file.size() + 2) / 3), limit);
        return Base64.getEncoder().encodeToString(contents.read(file));
    }

    private String utf8(Content.File file) {
        reserve(file, file.size(), MAX_REQUEST);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(contents.read(file)))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw rejected(415, "The file " + describe(file) + " is not text in UTF-8. Convert it to UTF-8.");
        }
    }

    /** Checks the length of a file before its content is read. */
    private void reserve(Content.File file, long encoded, int limit) {
        if (encoded > limit) {
            throw rejected(
                    413,
                    "The file " + describe(file) + " has " + encoded + " characters in a request. The maximum" + " is "
                            + limit + ". Reduce the size of the file.");
        }
        length += encoded;
        if (length > MAX_REQUEST) {
            throw rejected(
                    413,
                    "With the file " + describe(file) + ", the files of the request have " + length
                            + " characters. The maximum is " + MAX_REQUEST
                            + ". Reduce the number or the size of the files.");
        }
    }

    private RequestRejectedException rejected(int status, String message) {
        return new RequestRejectedException(model, message, status, status == 415 ? "unsupported_media_type" : "");
    }

    private static String describe(Content.File file) {
        String name = file.name().isBlank() ? file.sha256().substring(0, 12) : name(file);
        return name + " (" + file.mediaType() + ")";
    }

    private String titleOf(Content.File file) {
        return hasTitles ? name(file) : "";
    }

    private static String name(Content.File file) {
        String name = UnpairedSurrogates.replace(file.name().strip());
        return name.length() <= MAX_TITLE ? name : UnpairedSurrogates.replace(name.substring(0, MAX_TITLE));
    }
}
