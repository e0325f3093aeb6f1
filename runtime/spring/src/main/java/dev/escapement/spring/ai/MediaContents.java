package dev.escapement.spring.ai;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.RequestRejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.content.Media;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.MimeType;

/**
 * A converter from the content of messages to the text and media of Spring AI. Images and PDF documents are media, and a text
 * file becomes text with its name. Other files are rejected before they are sent.
 */
final class MediaContents {

    /**
     * The parts of a message.
     *
     * @param text the texts and text files, separated by empty lines
     * @param media the other files
     */
    record MessageParts(String text, List<Media> media) {}

    private static final String PDF = "application/pdf";

    private final ModelInfo model;
    private final ContentStore contents;

    MediaContents(ModelInfo model, ContentStore contents) {
        this.model = model;
        this.contents = contents;
    }

    MessageParts of(List<Content> content) {
        List<String> texts = new ArrayList<>();
        List<Media> media = new ArrayList<>();
        for (Content part : content) {
            part.accept(new Content.Visitor<Boolean>() {
                @Override
                public Boolean text(Content.Text text) {
                    return text.text().isBlank() || texts.add(text.text());
                }

                @Override
                public Boolean file(Content.File file) {
                    return isText(file) ? texts.add(asText(file)) : media.add(asMedia(file));
                }
            });
        }
        return new MessageParts(String.join("\n\n", texts), media);
    }

    private static boolean isText(Content.File file) {
        return file.mediaType().startsWith("text/") || file.mediaType().equals("application/json");
    }

    private Media asMedia(Content.File file) {
        if (!file.mediaType().startsWith("image/") && !file.mediaType().equals(PDF)) {
            throw RequestRejectedException.unsupportedFile(
                    model, file, List.of("image/*", PDF, "text/*", "application/json"));
        }
        return Media.builder()
                .mimeType(MimeType.valueOf(file.mediaType()))
                .data(new ByteArrayResource(contents.read(file)))
                .build();
    }

    private String asText(Content.File file) {
        String name = file.name().isBlank() ? file.sha256().substring(0, 12) : file.name();
        String described = name + " (" + file.mediaType() + ")";
        try {
            return "File " + described + ":\n\n"
                    + StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(contents.read(file)));
        } catch (CharacterCodingException e) {
            throw new RequestRejectedException(
                    model,
                    "The file " + described + " is not text in UTF-8. Convert it to UTF-8.",
                    415,
                    "unsupported_media_type");
        }
    }
}
