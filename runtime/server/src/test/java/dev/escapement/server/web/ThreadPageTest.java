package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ThreadPageTest extends InspectorPages {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    @Test
    void pathTakenIsHighlighted() {
        openThread(FakeApi.DEPLOYMENT);
        tab("Diagram").click();
        page.locator("svg.graph").waitFor();

        assertEquals(
                List.of(
                        "start",
                        "contextTags",
                        "model",
                        "stepDeployToStaging",
                        "gateDeployToProduction",
                        "approverDeployToProduction",
                        "stepDeployToProduction",
                        "stepSmokeTest",
                        "stepDone",
                        "finish"),
                page.locator(".node.taken").evaluateAll("nodes => nodes.map(node => node.dataset.node)"));
    }

    @Test
    void transitionsTakenAreCounted() {
        openThread(FakeApi.DEPLOYMENT);
        tab("Diagram").click();
        page.getByText("Transitions as a table").click();

        assertThat(transition("approve")).hasText("1");
        assertThat(transition("proceed")).hasText("0"); // the gate was checked again after the approval
    }

    private Locator transition(String name) {
        return page.locator("tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))))
                .locator("td")
                .last();
    }

    @Test
    void matchingReplayIsShown() {
        openThread(FakeApi.DEPLOYMENT);
        tab("Replay").click();

        assertThat(view().locator(".result")).hasAttribute("data-matches", "true");
    }

    @Test
    void divergenceLinksToItsEvent() {
        openThread(FakeApi.WAITING);
        tab("Replay").click();
        assertThat(view()).containsText("The code starts smoke_test.");
        view().getByRole(AriaRole.LINK).click();

        assertThat(row(4)).hasAttribute("aria-current", "true");
    }

    @Test
    void requestOfTheSelectedReplyIsShown() {
        openThread(FakeApi.DEPLOYMENT);
        title(5).click();
        page.getByText("Show the model’s input").click();

        assertThat(view()).containsText("Request of event 5");
        assertThat(view()).containsText("You deploy services.");
        assertThat(view().locator(".result")).hasAttribute("data-matches", "true");
    }

    @Test
    void detailsNameTheDecider() {
        openThread(FakeApi.DEPLOYMENT);
        title(7).click();

        assertThat(view()).containsText("Decided by");
        assertThat(view()).containsText("ann");
        assertThat(view()).containsText(SampleEvents.HASH);
    }

    @Test
    void bigNumbersKeepTheirDigits() {
        openThread(FakeApi.KINDS);
        page.navigate(fake.thread(FakeApi.KINDS) + "?event=" + EventKind.STEP_RETURNED.ordinal());

        assertThat(view()).containsText("9007199254740993");
    }

    @Test
    void newEventsAppear() {
        openThread(FakeApi.WAITING);
        page.getByText("Live: new events appear by themselves.").waitFor();

        fake.append(FakeApi.WAITING, SampleEvents.of(EventKind.REFUSED, NOW));

        assertThat(title(7)).hasText("Refused by ann");
        assertThat(row(7)).hasAttribute("aria-current", "true");
    }

    @Test
    void selectedEventStaysWhenNewOnesArrive() {
        openThread(FakeApi.WAITING);
        page.getByText("Live: new events appear by themselves.").waitFor();
        title(2).click();

        fake.append(FakeApi.WAITING, SampleEvents.of(EventKind.REFUSED, NOW));

        assertThat(title(7)).hasText("Refused by ann");
        assertThat(row(2)).hasAttribute("aria-current", "true");
    }

    @Test
    void endOfTheThreadEndsTheStream() {
        openThread(FakeApi.WAITING);
        page.getByText("Live: new events appear by themselves.").waitFor();

        fake.append(FakeApi.WAITING, new Event.Finished(NOW, "call_2", "\"done\""));
        fake.send("event: end\ndata: {}\n\n");

        assertThat(page.locator(".live")).hasText("The thread has ended.");
        assertThat(page.locator(".phase")).hasText("finished");
    }

    @Test
    void replyInProgressIsShownUntilRecorded() {
        openThread(FakeApi.WAITING);
        page.getByText("Live: new events appear by themselves.").waitFor();
        fake.send("event: delta\ndata: {\"type\":\"text\",\"text\":\"I am \"}\n\n");
        fake.send("event: delta\ndata: {\"type\":\"text\",\"text\":\"thinking\"}\n\n");
        assertThat(page.locator(".reply-text")).hasText("I am thinking");

        fake.append(FakeApi.WAITING, SampleEvents.of(EventKind.MODEL_REPLIED, NOW));

        assertThat(page.locator(".in-progress")).isHidden();
    }

    @Test
    void discardedReplyDisappears() {
        openThread(FakeApi.WAITING);
        page.getByText("Live: new events appear by themselves.").waitFor();
        fake.send("event: delta\ndata: {\"type\":\"text\",\"text\":\"lost\"}\n\n");
        assertThat(page.locator(".reply-text")).hasText("lost");

        fake.send("event: delta\ndata: {\"type\":\"discarded\"}\n\n");

        assertThat(page.locator(".in-progress")).isHidden();
    }

    @Test
    void searchJumpsToTheResults() {
        openThread(FakeApi.LARGE);
        page.getByLabel("Search events").fill("call_2000");
        page.keyboard().press("Enter");
        assertThat(page.locator(".search")).containsText("1 of 3");
        assertThat(row(5_999)).hasAttribute("aria-current", "true");

        button("Next").click();

        assertThat(row(6_000)).hasAttribute("aria-current", "true");
    }

    @Test
    void searchIsPartOfTheAddress() {
        openThread(FakeApi.LARGE);
        page.navigate(fake.thread(FakeApi.LARGE) + "?event=6000&q=call_2000");
        page.reload();

        assertThat(page.getByLabel("Search events")).hasValue("call_2000");
        assertThat(row(6_000)).hasAttribute("aria-current", "true");
        assertThat(row(6_001)).hasClass(Pattern.compile("found"));
    }

    @Test
    void backReturnsToThePreviousView() {
        openThread(FakeApi.DEPLOYMENT);
        tab("Replay").click();
        tab("Diagram").click();

        page.goBack();

        assertThat(tab("Replay")).hasAttribute("aria-selected", "true");
        page.goForward();
        assertThat(tab("Diagram")).hasAttribute("aria-selected", "true");
    }

    @Test
    void exportContainsAllEventsInOrder() throws IOException {
        openThread(FakeApi.LARGE);
        Download download = page.waitForDownload(() -> button("Export JSON").click());

        List<String> positions = Pattern.compile("\"position\": (\\d+)")
                .matcher(Files.readString(download.path()))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertEquals(
                IntStream.range(0, FakeApi.LARGE_SIZE)
                        .mapToObj(Integer::toString)
                        .toList(),
                positions);
    }

    @Test
    void openQuestionLinksToTheInbox() {
        openThread(FakeApi.WAITING);

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Deploy v1.2.3 to production?")))
                .hasAttribute("href", "./#waiting-1/call_2");
    }

    @Test
    void startedThreadsAreLinked() {
        openThread(FakeApi.KINDS);

        assertThat(page.getByRole(
                        AriaRole.LIST, new Page.GetByRoleOptions().setName("Threads that this thread started")))
                .hasText("Checker child-1");
    }

    @Test
    void unknownThreadIsReported() {
        page.navigate(fake.thread("unknown"));

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This thread does not exist.");
    }

    @Test
    void everyViewIsAccessible() {
        openThread(FakeApi.DEPLOYMENT);
        for (String name : List.of("Event", "Model’s input", "Diagram", "Replay")) {
            tab(name).click();
            page.locator(name.equals("Diagram") ? "svg.graph" : ".view h2").waitFor();
            TestBrowser.screenshot(
                    page, "thread-" + name.replaceAll("\\W+", "-").toLowerCase(Locale.ROOT));
            TestBrowser.assertAccessible(page);
        }
    }

    @Test
    void darkPageIsAccessible() {
        person(1280, 860, ColorScheme.DARK);
        openThread(FakeApi.KINDS);
        TestBrowser.screenshot(page, "thread-dark");

        TestBrowser.assertAccessible(page);
    }

    @Test
    @Tag("essential")
    void phonePageIsAccessible() {
        person(390, 844, ColorScheme.LIGHT);
        openThread(FakeApi.WAITING);
        TestBrowser.screenshot(page, "thread-phone");

        TestBrowser.assertAccessible(page);
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
    }
}
