package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineTest extends InspectorPages {
    private static final int LAST = FakeApi.LARGE_SIZE - 1;
    private static final int ROW_HEIGHT = 48;
    private static final int MAX_ROWS = 45;

    @Test
    @Tag("essential")
    void largeThreadHasFewRows() {
        openThread(FakeApi.LARGE);

        int most = (Integer) page.evaluate("""
                async () => {
                  const timeline = document.querySelector('.timeline');
                  let most = 0;
                  for (let top = 0; top < timeline.scrollHeight; top += 4001) {
                    timeline.scrollTop = top;
                    await new Promise(requestAnimationFrame);
                    most = Math.max(most, timeline.querySelectorAll('.row').length);
                  }
                  return most;
                }""");

        assertTrue(most >= 15 && most <= MAX_ROWS, () -> most + " rows");
    }

    @Test
    void largeThreadOpensAtItsEnd() {
        openThread(FakeApi.LARGE);

        assertThat(row(LAST)).hasAttribute("aria-current", "true");
        assertThat(row(LAST)).hasAttribute("aria-setsize", Integer.toString(FakeApi.LARGE_SIZE));
    }

    @Test
    void endKeyReachesTheLastEvent() {
        openThread(FakeApi.LARGE);
        row(LAST).focus();
        page.keyboard().press("Home");
        assertThat(title(0)).hasText("Started");

        page.keyboard().press("End");

        assertThat(row(LAST)).isFocused();
        assertThat(title(LAST)).hasText("Step started");
    }

    @Test
    void arrowKeysMoveTheFocus() {
        openThread(FakeApi.LARGE);
        row(LAST).focus();

        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowDown");

        assertThat(row(LAST - 1)).isFocused();
    }

    @Test
    void scrollShowsTheEventsOfThePosition() {
        openThread(FakeApi.LARGE);
        for (int position = 0; position < FakeApi.LARGE_SIZE; position += 1_237) {
            page.locator(".timeline").evaluate("(element, top) => { element.scrollTop = top; }", position * ROW_HEIGHT);

            // Events 2, 5, 8, ... are replies, followed by the start and the result of the step.
            String expected = position < 2
                    ? "Started"
                    : List.of("Model called deploy_to_staging", "Step started", "Step returned")
                            .get((position - 2) % 3);
            assertThat(title(position)).hasText(expected);
            assertThat(title(position)).isInViewport();
        }
    }

    @Test
    void focusSurvivesScrolling() {
        openThread(FakeApi.LARGE);
        row(LAST).focus();

        page.locator(".timeline").evaluate("element => { element.scrollTop = 0; }");

        assertThat(title(0)).isVisible();
        assertThat(row(LAST)).isFocused();
    }

    @Test
    void toolOfACallInAnEarlierPageIsShown() {
        openThread(FakeApi.LARGE);

        page.locator(".timeline").evaluate("element => { element.scrollTop = 4500 * 48; }");

        assertThat(row(4_500).locator(".text")).containsText("deploy_to_staging"); // introduced by event 4499
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void everyKindIsDescribed(EventKind kind) {
        String json = Event.CODEC.encode(SampleEvents.of(kind, SampleEvents.START));
        page.navigate(fake.list());

        String title = (String) page.evaluate("""
                async (json) => (await import('./assets/events.js')).describe(JSON.parse(json)).title""", json);

        assertTrue(!title.startsWith("Event ") && !title.contains("undefined"), title);
    }

    @Test
    void unknownKindIsShown() {
        page.navigate(fake.list());

        Object title = page.evaluate("""
                async () => (await import('./assets/events.js')).describe({ event: 'teleported' }).title""");

        assertEquals("Event teleported", title);
    }

    @Test
    void storedTextIsNotMarkup() {
        openThread(FakeApi.WAITING);
        fake.append(FakeApi.WAITING, new Event.MessageReceived(SampleEvents.START, "<img src=x onerror=alert(1)>"));

        assertThat(row(7).locator(".text")).hasText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("main img")).hasCount(0);
    }
}
