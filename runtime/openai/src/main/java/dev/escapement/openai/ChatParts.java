package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.http.client.UnpairedSurrogates;
import java.util.function.Function;

/** A writer of the parts of a Chat Completions message. As a visitor it returns the writer of each part. */
final class ChatParts implements Content.Visitor<Runnable> {

    private final JsonWriter out;
    private final RequestFiles files;
    private final Flavor flavor;
    private final Function<Content.File, MediaForm> forms;

    /**
     * Creates a writer of parts.
     *
     * @param files the files of the request
     * @param flavor determines the form of documents
     * @param forms returns the form of a file, or throws an exception if the server does not accept the file
     */
    ChatParts(JsonWriter out, RequestFiles files, Flavor flavor, Function<Content.File, MediaForm> forms) {
        this.out = out;
        this.files = files;
        this.flavor = flavor;
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
            case DOCUMENT -> () -> document(file);
            case AUDIO ->
                () -> nested("input_audio", () -> {
                    out.property("data", files.base64(file));
                    out.property("format", MediaForm.audioFormat(file));
                });
            case TEXT -> () -> text(files.text(file));
        };
    }

    private void document(Content.File file) {
        String name = UnpairedSurrogates.replace(MediaForm.documentName(file));
        if (flavor.hasDocumentUrls()) {
            part("document_url", () -> {
                out.property("document_url", files.dataUrl(file));
                out.property("document_name", name);
            });
        } else {
            nested("file", () -> {
                out.property("filename", name);
                out.property("file_data", files.dataUrl(file));
            });
        }
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
