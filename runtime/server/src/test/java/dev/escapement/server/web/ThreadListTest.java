package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.escapement.thread.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadListTest extends InspectorPages {

    private void openList() {
        page.navigate(fake.list());
        rows().first().waitFor();
    }

    private Locator rows() {
        return page.locator("tbody tr");
    }

    @Test
    void filterIsPartOfTheAddress() {
        openList();
        page.getByLabel("Phase").selectOption("waiting");
        assertThat(rows()).hasCount(1);

        page.reload();

        assertThat(page.getByLabel("Phase")).hasValue("WAITING");
        assertThat(rows()).hasCount(1);
    }

    @Test
    void backRemovesTheFilter() {
        openList();
        page.getByLabel("Phase").selectOption("waiting");
        assertThat(rows()).hasCount(1);

        page.goBack();

        assertThat(rows()).hasCount(4);
        assertThat(page.getByLabel("Phase")).hasValue("");
    }

    @Test
    void linkOpensTheThread() {
        openList();
        page.getByText("deployment 1/a").click();

        assertThat(title(15)).hasText("Finished");
    }

    @Test
    void phaseFollowsTheThread() {
        openList();
        fake.api.append(FakeApi.WAITING, SampleEvents.of(EventKind.STOPPED, SampleEvents.START));

        assertThat(rows().filter(new Locator.FilterOptions().setHasText("waiting-1")))
                .containsText("stopped");
    }

    @Test
    void textStartsAThread() {
        openList();
        page.getByText("Start a thread").click();
        page.getByLabel("Text").fill("Deploy v2");
        button("Start").click();

        page.waitForURL(url -> url.endsWith("#waiting-1"));
        assertEquals(
                List.of("api/threads {\"agent\":\"" + SampleEvents.AGENT + "\",\"input\":\"Deploy v2\",\"labels\":{}}"),
                fake.api.posted);
    }

    @Test
    void triggerStartsAThreadWithItsForm() {
        openList();
        page.getByText("Start a thread").click();
        page.locator(".start select").first().selectOption("DeployBot: trigger slack");
        page.locator(".start textarea").fill("Deploy v2");
        page.getByLabel("urgent").check();
        button("Start").click();

        page.waitForURL(url -> url.endsWith("#waiting-1"));
        assertEquals(
                List.of("api/agents/" + SampleEvents.AGENT
                        + "/triggers/slack {\"text\":\"Deploy v2\",\"urgent\":true}"),
                fake.api.posted);
    }

    @Test
    void listIsAccessible() {
        openList();
        page.getByText("Start a thread").click();
        TestBrowser.screenshot(page, "threads");

        TestBrowser.assertAccessible(page);
    }

    @Test
    void phoneListIsAccessible() {
        person(390, 844, ColorScheme.DARK);
        openList();
        TestBrowser.screenshot(page, "threads-phone");

        TestBrowser.assertAccessible(page);
    }
}
