package dev.escapement.fake;

import java.util.Base64;
import java.util.List;

/** The rules of Messages for images and documents. */
final class MessagesFiles {

    private static final int MAX_IMAGE = 5 << 20;
    private static final int MAX_TITLE = 500;

    private MessagesFiles() {}

    /** Returns whether a block contains a file. */
    static boolean isFile(RequestNode block) {
        return List.of("image", "document").contains(block.get("type").text());
    }

    static void check(RequestNode block, CacheMarkers markers) {
        markers.on(block);
        if (block.get("type").text().equals("image")) {
            image(block.only("type", "source", "cache_control").get("source"));
        } else {
            document(block.only("type", "source", "title", "context", "citations", "cache_control"));
        }
    }

    private static void image(RequestNode source) {
        source.only("type", "media_type", "data").get("type").oneOf("base64");
        source.get("media_type").oneOf("image/jpeg", "image/png", "image/gif", "image/webp");
        int length = base64(source.get("data")).length();
        if (length > MAX_IMAGE) {
            throw source.wrong("image exceeds 5 MB maximum: " + length + " bytes > " + MAX_IMAGE + " bytes");
        }
    }

    private static void document(RequestNode block) {
        RequestNode source = block.get("source").only("type", "media_type", "data");
        if (source.get("type").oneOf("base64", "text").equals("base64")) {
            source.get("media_type").oneOf("application/pdf");
            base64(source.get("data"));
        } else {
            source.get("media_type").oneOf("text/plain");
            source.get("data").someText();
        }
        block.find("title").ifPresent(title -> {
            if (title.someText().length() > MAX_TITLE) {
                throw title.wrong("String should have at most " + MAX_TITLE + " characters");
            }
        });
    }

    private static String base64(RequestNode data) {
        try {
            Base64.getDecoder().decode(data.someText());
        } catch (IllegalArgumentException e) {
            throw data.wrong("is not valid base64");
        }
        return data.text();
    }
}
