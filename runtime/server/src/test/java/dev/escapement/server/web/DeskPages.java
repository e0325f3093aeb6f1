package dev.escapement.server.web;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page of the local person with a real server, agents and store. Every test fails if the page reports an error or a
 * violation of its policy.
 */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
abstract class DeskPages {
    static TestBrowser browser;

    @TempDir
    Path directory;

    HarbourDesk desk;
    Page page;

    @BeforeAll
    static void launch(TestBrowser shared) {
        browser = shared;
    }

    @BeforeEach
    void start() {
        desk = new HarbourDesk(directory);
        page = browser.person();
    }

    @AfterEach
    void stop() {
        page.context().close();
        desk.close();
        browser.assertNoErrors();
    }

    /** Begins the session with a link, and waits for the inbox. */
    void signIn() {
        page.navigate(desk.link().toString());
        page.getByText("Sign out").waitFor();
    }

    /** Opens a thread and waits for its events. The id has no characters that a fragment encodes. */
    void openThread(String id) {
        page.navigate(desk.home() + "thread.html#" + id);
        page.locator(".row .title").first().waitFor();
    }
}
