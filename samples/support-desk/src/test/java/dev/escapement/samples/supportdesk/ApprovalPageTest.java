package dev.escapement.samples.supportdesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The inbox of the running application in Chromium, behind Spring Security's sign-in page. Stores the pictures of the README
 * in the folder of the system property {@code pictures.dir}.
 */
@Tag("browser")
class ApprovalPageTest {

    private static Chromium browser;

    @TempDir
    Path directory;

    private RunningDesk desk;
    private Page page;

    @BeforeAll
    static void launch() {
        Chromium.requireInstalled();
        browser = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        desk = RunningDesk.start(directory);
        page = browser.person();
        assertEquals(202, desk.deliver(RunningDesk.SECRET, "Ev1", "My desk B-2002 arrived broken"));
    }

    @AfterEach
    void stop() {
        page.context().close();
        desk.close();
    }

    /** Signs a person in, whose password is the name. The application leads to the inbox. */
    private void signIn(String person) {
        page.navigate(desk.home().toString());
        page.getByLabel("Username").fill(person);
        page.getByLabel("Password").fill(person);
        page.getByRole(AriaRole.BUTTON).first().click();
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void approvalCommitsRowAndEvent() throws Exception {
        // Before the sign-in: the inbox opens the first question while it loads, and only lists later ones.
        String clerk =
                RunningDesk.property(desk.await("escapement/api/questions", "\"kind\":\"APPROVAL\""), "threadId");
        signIn("alice");
        assertThat(heading("Approve pay_refund?")).isVisible();
        assertThat(page.getByText("Open the whole thread")).isVisible();
        Chromium.picture(page, "inbox");
        assertEquals(List.of(), desk.refundedOrders());
        assertEquals(0, SupportDeskTest.receipts(directory, clerk));

        page.keyboard().press("a");
        page.keyboard().press("Enter");
        assertThat(page.locator("#last")).containsText("Approved"); // in the status, a new question would replace it
        desk.await("escapement/api/threads/" + clerk, "\"phase\":\"FINISHED\"");

        assertEquals(List.of("B-2002"), desk.refundedOrders());
        assertEquals(1, SupportDeskTest.receipts(directory, clerk));
        page.navigate(desk.home().resolve("escapement/thread.html#" + clerk).toString());
        page.locator(".row .title").first().waitFor();
        assertThat(page.getByText("refund-clerk").first()).isVisible();
        Chromium.picture(page, "inspector");
    }

    @Test
    void viewerIsNotAskedForDecisions() throws Exception {
        desk.await("escapement/api/questions", "\"kind\":\"APPROVAL\"");
        signIn("victor");

        assertThat(page.getByText("Nothing waits for you.")).isVisible(); // the questions have been loaded
        assertThat(heading("Approve pay_refund?")).isHidden();
    }
}
