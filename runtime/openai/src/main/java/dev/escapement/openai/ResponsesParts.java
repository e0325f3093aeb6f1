package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.http.client.UnpairedSurrogates;
import java.util.function.Function;

/** A writer of the parts of a Responses message or of a call's output. As a visitor it returns the writer of each part. */
final class ResponsesParts implements Content.Visitor<Runnable> {

    private final JsonWriter out;
    private final RequestFiles files;
    private final Function<Content.File, MediaForm> forms;

    /**
     * Creates a writer of parts.
     *
     * @param files the files of the request
     * @param forms returns the form of a file, or throws an exception if the server does not accept the file
     */
    ResponsesParts(JsonWriter out, RequestFiles files, Function<Content.File, MediaForm> forms) {
        this.out = out;
        this.files = files;
        this.forms = forms;
    }

    @Override
    public Runnable text(Content.Text content) {
        return () -> text(content.text());
    }

    private void text(String text) {
        part("input_text", () -> out.property("text", UnpairedSurrogates.replace(text)));
    }

    @Override
    public Runnable file(Content.File file) {
        return switch (forms.apply(file)) {
            case IMAGE ->
                () -> part("input_image", () -> {
                    out.property("detail", "auto");
                    out.property("image_url", files.dataUrl(file));
                });
            case DOCUMENT, AUDIO ->
                () -> part("input_file", () -> {
                    out.property("filename", UnpairedSurrogates.replace(MediaForm.documentName(file)));
                    out.property("file_data", files.dataUrl(file));
                });
            case TEXT -> () -> text(files.text(file));
        };
    }

    private void part(String type, Runnable members) {
        out.beginObject();
        out.property("type", type);
        members.run();
        out.endObject();
    }
}
