package dev.escapement.openai;

import dev.escapement.content.Content;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.RequestRejectedException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A form in which a request contains a file. */
enum MediaForm {
    IMAGE,
    DOCUMENT,
    AUDIO,
    /** Text, which a request contains without encoding. */
    TEXT;

    private static final class MediaTypes {
        private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
        private static final Set<String> WAVE = Set.of("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave");
        private static final Set<String> MP3 = Set.of("audio/mpeg", "audio/mp3");
        private static final Set<String> TEXTS = Set.of(
                "application/json",
                "application/xml",
                "application/yaml",
                "application/x-yaml",
                "application/javascript",
                "application/sql",
                "application/toml");
        private static final String PDF = "application/pdf";
        private static final Set<String> OFFICE = Set.of(
                "application/msword",
                "application/rtf",
                "application/vnd.ms-excel",
                "application/vnd.ms-powerpoint",
                "application/vnd.oasis.opendocument.text",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    /**
     * Returns the form of a file.
     *
     * @throws RequestRejectedException if the server does not accept the type of the file
     */
    static MediaForm of(Content.File file, Protocol protocol, Flavor flavor, ModelInfo model) {
        return form(file.mediaType(), protocol)
                .filter(form -> isAccepted(form, file.mediaType(), flavor))
                .orElseThrow(() -> RequestRejectedException.unsupportedFile(model, file, accepted(protocol, flavor)));
    }

    private static Optional<MediaForm> form(String type, Protocol protocol) {
        boolean isChat = protocol == Protocol.CHAT_COMPLETIONS;
        if (MediaTypes.IMAGES.contains(type)) {
            return Optional.of(IMAGE);
        }
        if (type.equals(MediaTypes.PDF) || (!isChat && MediaTypes.OFFICE.contains(type))) {
            return Optional.of(DOCUMENT);
        }
        if (isChat && (MediaTypes.WAVE.contains(type) || MediaTypes.MP3.contains(type))) {
            return Optional.of(AUDIO);
        }
        boolean isText = type.startsWith("text/")
                || MediaTypes.TEXTS.contains(type)
                || type.endsWith("+json")
                || type.endsWith("+xml");
        return isText ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean isAccepted(MediaForm form, String type, Flavor flavor) {
        Set<String> ranges = flavor.mediaTypes();
        String range = form == TEXT ? "text/*" : type.substring(0, type.indexOf('/')) + "/*";
        return ranges.isEmpty() || ranges.contains(type) || ranges.contains(range);
    }

    private static Set<String> accepted(Protocol protocol, Flavor flavor) {
        Set<String> types = new TreeSet<>(flavor.mediaTypes());
        if (types.isEmpty()) {
            types.addAll(MediaTypes.IMAGES);
            types.add(MediaTypes.PDF);
            types.add("text/*");
            types.addAll(MediaTypes.TEXTS);
            if (protocol == Protocol.CHAT_COMPLETIONS) {
                types.add("audio/wav");
                types.add("audio/mpeg");
            } else {
                types.addAll(MediaTypes.OFFICE);
            }
        }
        return types;
    }

    /** Returns the protocol's name of an audio format. */
    static String audioFormat(Content.File file) {
        return MediaTypes.MP3.contains(file.mediaType()) ? "mp3" : "wav";
    }

    /** Returns the name of a document, which requests require. */
    static String documentName(Content.File file) {
        return !file.name().isEmpty()
                ? file.name()
                : file.mediaType().equals(MediaTypes.PDF) ? "document.pdf" : "document";
    }
}
