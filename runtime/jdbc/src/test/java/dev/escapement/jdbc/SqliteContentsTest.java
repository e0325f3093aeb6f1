package dev.escapement.jdbc;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.testkit.ContentStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runs the contract of content stores on SQLite. */
class SqliteContentsTest extends ContentStoreContract {

    private SqliteFixture fixture;

    @BeforeEach
    void createFixture() throws Exception {
        fixture = new SqliteFixture();
    }

    @AfterEach
    void removeFixture() throws Exception {
        fixture.close();
    }

    @Override
    protected ContentStore contents() {
        return fixture.open().contents();
    }

    @Override
    protected boolean damage(Content.File file) throws Exception {
        fixture.execute("update esc_chunk set data = cast(x'00' || substr(data, 2) as blob) where sha256 = '"
                + file.sha256() + "'");
        return true;
    }
}
