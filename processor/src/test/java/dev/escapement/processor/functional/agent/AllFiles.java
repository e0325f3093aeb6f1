package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Codec;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.ModelOptions;
import dev.escapement.Pause;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.content.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent whose values contain files at every place. */
@SuppressWarnings("ESC040")
@Agent
@ModelOptions(temperature = 0.25, maxOutputTokens = 20_000)
class AllFiles {

    /** A value with a file in a component. */
    record Report(String title, Content.File scan) {}

    /** A value with a shared codec. */
    @Codec
    record Album(List<Content.File> photos) {}

    @Tool
    record One() {}

    @Tool
    record Several() {}

    @Tool
    record InRecord() {}

    @Tool
    record InSharedRecord() {}

    @Tool
    record InMap() {}

    @Tool
    record Maybe() {}

    @Tool
    record OfAnyType() {}

    @Tool
    record Ask() {}

    @Tool
    record End() {}

    private final List<Content.File> files;

    AllFiles(List<Content.File> files) {
        this.files = files;
    }

    @Prompt
    String prompt() {
        return "";
    }

    @Trigger
    String mail(Album attachments) {
        return "Mail";
    }

    @Prefetch
    Report manual() {
        return new Report("Manual", files.get(0));
    }

    @ModelOptions(model = "large", effort = "high")
    @Step(effect = Effect.READ)
    Content.File one(One call) {
        return files.get(0);
    }

    @Step(effect = Effect.READ)
    List<Content.File> several(Several call) {
        return List.of(files.get(0), files.get(1), files.get(0));
    }

    @Step(effect = Effect.READ)
    Report inRecord(InRecord call) {
        return new Report("Scan", files.get(1));
    }

    @Step(effect = Effect.READ)
    Album inSharedRecord(InSharedRecord call) {
        return new Album(files);
    }

    @ModelOptions(maxOutputTokens = 100)
    @Step(effect = Effect.READ)
    Map<String, Content.File> inMap(InMap call) {
        return Map.of("a", files.get(1));
    }

    @Step(effect = Effect.READ)
    Optional<Content.File> maybe(Maybe call) {
        return Optional.of(files.get(0));
    }

    @Step(effect = Effect.READ)
    List<Content> ofAnyType(OfAnyType call) {
        return List.of(new Content.Text("See"), files.get(0));
    }

    @Step
    Pause<Report> ask(Ask call) {
        return Pause.asking("Which scan?");
    }

    @Step
    Finish<Report> end(End call) {
        return Finish.with(new Report("End", files.get(1)));
    }
}
