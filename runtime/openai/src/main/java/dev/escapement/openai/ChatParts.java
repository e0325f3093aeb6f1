package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.http.client.UnpairedSurrogates;
import java.util.function.Function;

/** A writer of the parts of a Chat Completions message. As a visitor it returns the writer of each part. */
final class ChatParts implements Content.Visitor<Runnable> {

    private final JsonWriter out;
    private final RequestFiles files;
    private final Function<Content.File, MediaForm> forms;

    /**
     * Creates a writer of parts.
     *
     * @param files the files of the request
     * @param forms returns the form of a file, or throws an exception if the server does not accept the file
     */
    ChatParts(JsonWriter out, RequestFiles files, Function<Content.File, MediaForm> forms) {
        this.out = out;
        this.files = files;
        this.forms = forms;
    }

    @Override
    public Runnable text(Content.Text content) {
        return () -> text(content.text());
    }

    private void text(String text) {
        part("text", () -> out.property("text", UnpairedSurrogates.replace(text)));
    }

    @Override
    public Runnable file(Content.File file) {
        return switch (forms.apply(file)) {
            case IMAGE -> () -> nested("image_url", () -> out.property("url", files.dataUrl(file)));
            case DOCUMENT ->
                () -> nested("file", () -> {
                    out.property("filename", UnpairedSurrogates.replace(MediaForm.documentName(file)));
                    out.property("file_data", files.dataUrl(file));
                });
            case AUDIO ->
                () -> nested("input_audio", () -> {
                    out.property("data", files.base64(file));
                    out.property("format", MediaForm.audioFormat(file));
                });
            case TEXT -> () -> text(files.text(file));
        };
    }

    private void nested(String type, Runnable members) {
        part(type, () -> {
            out.name(type);
            out.beginObject();
            members.run();
            out.endObject();
        });
    }

    private void part(String type, Runnable members) {
        out.beginObject();
        out.property("type", type);
        members.run();
        out.endObject();
    }
}
