package dev.escapement.samples.newsroom;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import java.util.List;

/** A sub-agent of the {@link Newsroom} that writes one draft. Its result is the draft. */
@Agent(name = "writer")
final class Writer {

    private final Archive archive;

    Writer(Archive archive) {
        this.archive = archive;
    }

    @Prompt
    String prompt() {
        return "You write for a newspaper. Search the archive for facts, and follow the remarks of the editor.";
    }

    @Step(effect = Effect.READ)
    List<Archive.Fact> search(SearchArchive call) {
        return archive.search(call.words());
    }

    @Step
    Finish<Article> submit(SubmitDraft call) {
        return Finish.with(new Article(call.title(), call.text()));
    }
}
