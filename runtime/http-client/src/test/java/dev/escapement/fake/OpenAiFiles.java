package dev.escapement.fake;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of OpenAI for texts and files in messages. */
final class OpenAiFiles {

    private static final Pattern DATA_URL = Pattern.compile("data:([^;,]+);base64,(.*)", Pattern.DOTALL);
    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private OpenAiFiles() {}

    /** Checks the parts of a message of the user in Chat Completions. */
    static void chat(List<RequestNode> parts) {
        for (RequestNode part : parts) {
            switch (part.get("type").oneOf("text", "image_url", "file", "input_audio")) {
                case "text" -> part.only("type", "text").get("text").someText();
                case "image_url" -> {
                    RequestNode image = part.only("type", "image_url").get("image_url");
                    dataUrl(image.only("url", "detail").get("url"), IMAGES);
                }
                case "file" -> {
                    RequestNode file = part.only("type", "file").get("file").only("filename", "file_data");
                    file.get("filename").someText();
                    dataUrl(file.get("file_data"), Set.of("application/pdf"));
                }
                default -> {
                    RequestNode sound = part.only("type", "input_audio").get("input_audio");
                    sound.only("data", "format").get("format").oneOf("wav", "mp3");
                    base64(sound.get("data"), sound.get("data").someText());
                }
            }
        }
    }

    /** Checks the parts of a message of the user, or of the output of a call, in Responses. */
    static void responses(List<RequestNode> parts) {
        for (RequestNode part : parts) {
            switch (part.get("type").oneOf("input_text", "input_image", "input_file")) {
                case "input_text" -> part.only("type", "text").get("text").someText();
                case "input_image" -> {
                    part.only("type", "image_url", "detail").get("detail").oneOf("auto", "low", "high");
                    dataUrl(part.get("image_url"), IMAGES);
                }
                default -> {
                    part.only("type", "filename", "file_data").get("filename").someText();
                    dataUrl(part.get("file_data"), Set.of("application/pdf"));
                }
            }
        }
    }

    private static void dataUrl(RequestNode url, Set<String> types) {
        Matcher form = DATA_URL.matcher(url.text());
        if (!form.matches()) {
            throw url.wrong("Expected a base64-encoded data URL with a MIME type");
        }
        if (!types.contains(form.group(1))) {
            throw url.wrong("The file type " + form.group(1) + " is not supported. Supported: " + types);
        }
        base64(url, form.group(2));
    }

    private static void base64(RequestNode node, String data) {
        try {
            if (Base64.getDecoder().decode(data).length == 0) {
                throw node.wrong("The file is empty.");
            }
        } catch (IllegalArgumentException notBase64) {
            throw node.wrong("The file is not valid base64.");
        }
    }
}
