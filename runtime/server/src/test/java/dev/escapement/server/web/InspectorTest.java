package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of threads and the page of a thread with a real server. */
class InspectorTest extends DeskPages {

    @BeforeEach
    void signInAndDeploy() {
        desk.request("deploy-1", "v1.4.2");
        signIn();
    }

    private Locator view() {
        return page.getByRole(AriaRole.TABPANEL);
    }

    private void openTab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    private void finish() {
        desk.approve("deploy-1", "bob");
        page.locator(".phase").getByText("finished").waitFor();
    }

    @Test
    void eventsAppearAsTheyAreRecorded() {
        openThread("deploy-1");
        assertThat(page.getByText("Live: new events appear by themselves.")).isVisible();
        desk.approve("deploy-1", "bob");

        // Not in the whole page: the details of the last event repeat its title until the next event arrives.
        assertThat(page.locator(".row .title").getByText("Approved by bob")).isVisible();
        assertThat(page.getByText("The thread has ended.")).isVisible();
    }

    @Test
    void diagramShowsThePathTaken() {
        openThread("deploy-1");
        finish();
        openTab("Diagram");
        page.locator("svg.graph").waitFor();

        assertEquals(
                List.of("start", "model", "gateDeploy", "approverDeploy", "stepDeploy", "stepReport", "finish"),
                page.locator(".node.taken").evaluateAll("nodes => nodes.map(node => node.dataset.node)"));
    }

    @Test
    void modelInputIsRendered() {
        openThread("deploy-1");
        openTab("Model’s input");

        assertThat(view()).containsText("You deploy tags.");
        assertThat(view()).containsText("Messages (1)");
        assertThat(view()).containsText("deploy_tag");
    }

    @Test
    void replayMatches() {
        openThread("deploy-1");
        finish();
        openTab("Replay");

        assertThat(view().locator(".result")).hasAttribute("data-matches", "true");
    }

    @Test
    void searchFindsEvents() {
        openThread("deploy-1");
        page.getByLabel("Search events").fill("to production?");
        page.keyboard().press("Enter");

        assertThat(page.locator(".row.found .title")).hasText("Approval requested");
    }

    @Test
    void forkOpensTheCopy() {
        openThread("deploy-1");
        page.locator(".row .title").getByText("Model called deploy_tag").click();
        view().getByText("Fork after this event").click();

        assertThat(page.getByText("deploy-1, up to event")).isVisible();
        assertThat(page).hasURL(Pattern.compile("thread\\.html#(?!deploy-1).+"));
    }

    @Test
    void listFiltersThreads() {
        desk.request("ask-2", "How far?");
        finishInBackground();
        page.navigate(desk.home() + "threads.html");
        page.getByLabel("Phase").selectOption("FINISHED");

        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody a")).hasText("deploy-1");
    }

    private void finishInBackground() {
        openThread("deploy-1");
        finish();
    }

    @Test
    void formStartsAThread() {
        page.navigate(desk.home() + "threads.html");
        page.getByText("Start a thread").click();
        page.getByLabel("Text").fill("v1.8.0");
        page.locator(".start").getByLabel("Label").fill("team:shop");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Start").setExact(true))
                .click();

        assertThat(page.locator(".summary").getByText("team: shop")).isVisible();
        assertThat(page.getByText("Deploy v1.8.0 to production?").first()).isVisible();
    }

    @Test
    void pagesAreAccessible() {
        openThread("deploy-1");
        TestBrowser.assertAccessible(page);
        TestBrowser.screenshot(page, "inspector");
        page.navigate(desk.home() + "threads.html");
        page.locator("tbody a").waitFor();

        TestBrowser.assertAccessible(page);
    }
}
