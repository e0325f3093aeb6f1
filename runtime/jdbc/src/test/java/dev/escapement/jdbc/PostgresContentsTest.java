package dev.escapement.jdbc;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.testkit.ContentStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the contract of content stores on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresContentsTest extends ContentStoreContract {

    private PostgresDatabases.Fixture fixture;

    @BeforeEach
    void createFixture(PostgresDatabases databases) throws Exception {
        fixture = databases.newSchema();
    }

    @AfterEach
    void removeFixture() throws Exception {
        fixture.close();
    }

    @Override
    protected ContentStore contents() {
        return fixture.builder().build().contents();
    }

    @Override
    protected boolean damage(Content.File file) throws Exception {
        fixture.execute("update " + fixture.schema() + ".esc_chunk set data = set_byte(data, 0, 0) where sha256 = '"
                + file.sha256() + "'");
        return true;
    }
}
