package dev.escapement.samples.newsroom;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Verdict;

/**
 * A sub-agent of the {@link Newsroom} that reviews one draft. Its result is the review. A person approves the exact text of
 * each article that the editor accepts; the question is in the inbox of the newsroom's thread.
 */
@Agent(name = "editor")
final class Editor {

    @Prompt
    String prompt() {
        return """
                You edit a newspaper. Accept a draft if each number has a source. You may shorten it. Otherwise \
                request changes. If a person refuses an article, request changes for the reason of the person.""";
    }

    @Gate
    Verdict approval(AcceptArticle call) {
        return Verdict.ask("Publish \"" + call.title() + "\"? " + call.text());
    }

    @Step
    Finish<Review> accept(AcceptArticle call) {
        return Finish.with(new Review.Acceptance(new Article(call.title(), call.text())));
    }

    @Step
    Finish<Review> requestChanges(RequestChanges call) {
        return Finish.with(new Review.ChangeRequest(call.remarks()));
    }
}
