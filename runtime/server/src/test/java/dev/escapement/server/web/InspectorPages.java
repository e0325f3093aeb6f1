package dev.escapement.server.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser with the pages of the inspector. Every test fails if a page reports an error or a violation of its policy. */
@Tag("pages")
@ExtendWith(BrowserExtension.class)
abstract class InspectorPages {
    private static TestBrowser browser;

    InspectorFake fake;
    Page page;

    @BeforeAll
    static void launch(TestBrowser shared) {
        browser = shared;
    }

    @BeforeEach
    void open() {
        fake = new InspectorFake(0);
        page = browser.person();
    }

    @AfterEach
    void assertNoErrors() {
        page.context().close();
        fake.close();
        browser.assertNoErrors();
    }

    /** Replaces the page by one with another size or colours. */
    void person(int width, int height, ColorScheme scheme) {
        page.context().close();
        page = browser.person(width, height, scheme);
    }

    /** Opens a thread and waits for its events. */
    void openThread(String id) {
        page.navigate(fake.thread(id));
        page.locator(".row .title").first().waitFor();
    }

    Locator row(int position) {
        return page.locator(".row[data-position='" + position + "']");
    }

    Locator title(int position) {
        return row(position).locator(".title");
    }

    Locator view() {
        return page.getByRole(AriaRole.TABPANEL);
    }

    Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
