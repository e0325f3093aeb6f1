package dev.escapement.langchain4j;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.RequestRejectedException;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.TextContent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A converter from the content of messages to LangChain4j's content. Images and PDF documents keep their form, and a text
 * file becomes text with its name. Other files are rejected before they are sent.
 */
final class FileContents implements Content.Visitor<dev.langchain4j.data.message.Content> {

    private static final String PDF = "application/pdf";

    private final ModelInfo model;
    private final ContentStore contents;

    FileContents(ModelInfo model, ContentStore contents) {
        this.model = model;
        this.contents = contents;
    }

    /** Returns texts and files in order. Blank texts are omitted, because LangChain4j rejects them. */
    List<dev.langchain4j.data.message.Content> of(List<Content> content) {
        List<dev.langchain4j.data.message.Content> converted = new ArrayList<>();
        for (Content part : content) {
            if (!(part instanceof Content.Text text) || !text.text().isBlank()) {
                converted.add(part.accept(this));
            }
        }
        return converted;
    }

    @Override
    public dev.langchain4j.data.message.Content text(Content.Text content) {
        return TextContent.from(content.text());
    }

    @Override
    public dev.langchain4j.data.message.Content file(Content.File file) {
        String type = file.mediaType();
        if (type.startsWith("image/")) {
            return ImageContent.from(base64(file), type);
        } else if (type.equals(PDF)) {
            return PdfFileContent.from(base64(file), PDF);
        } else if (type.startsWith("text/") || type.equals("application/json")) {
            return TextContent.from("File " + describe(file) + ":\n\n" + utf8(file));
        }
        throw RequestRejectedException.unsupportedFile(
                model, file, List.of("image/*", PDF, "text/*", "application/json"));
    }

    private String base64(Content.File file) {
        return Base64.getEncoder().encodeToString(contents.read(file));
    }

    private String utf8(Content.File file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(contents.read(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw rejected("The file " + describe(file) + " is not text in UTF-8. Convert it to UTF-8.");
        }
    }

    private RequestRejectedException rejected(String message) {
        return new RequestRejectedException(model, message, 415, "unsupported_media_type");
    }

    private static String describe(Content.File file) {
        String name = file.name().isBlank() ? file.sha256().substring(0, 12) : file.name();
        return name + " (" + file.mediaType() + ")";
    }
}
