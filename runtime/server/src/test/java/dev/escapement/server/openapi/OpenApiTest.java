package dev.escapement.server.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.BodySchema;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.openapi.ApiDocument.DocumentedOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private final DeskServer desk = new DeskServer();
    private final ApiDocument document = desk.validated().document();

    @Test
    void documentHasVersionAndTitle() {
        assertEquals(
                List.of("3.1.0", "Escapement"),
                List.of(
                        document.root().get("openapi").asString(),
                        document.root().at("/info/title").asString()));
    }

    @Test
    void everyReferenceResolves() {
        List<JsonNode> references = new ArrayList<>(document.root().findValues("$ref"));
        assertFalse(references.isEmpty());
        for (JsonNode reference : references) {
            assertTrue(
                    reference.asString().startsWith("#/")
                            && !document.root()
                                    .at(reference.asString().substring(1))
                                    .isMissingNode(),
                    reference::asString);
        }
    }

    @Test
    void definitionsAreComponents() {
        assertTrue(document.root().findValues("$defs").isEmpty());
    }

    @Test
    void everySchemaIsValid() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<JsonNode> schemas = new ArrayList<>(document.root().findValues("schema"));
        document.root().at("/components/schemas").forEach(schemas::add);
        for (JsonNode schema : schemas) {
            assertTrue(meta.validate(schema).isEmpty(), () -> meta.validate(schema) + " in " + schema);
        }
    }

    @Test
    void operationsHaveDistinctIds() {
        Set<String> ids = new HashSet<>();
        for (DocumentedOperation operation : document.operations()) {
            assertTrue(ids.add(operation.node().get("operationId").asString()), operation::toString);
        }
    }

    @Test
    void parametersOfPathsAreDescribed() {
        for (DocumentedOperation operation : document.operations()) {
            Set<String> described = new TreeSet<>();
            for (JsonNode parameter : operation.node().path("parameters")) {
                JsonNode resolved = document.resolved(parameter);
                if (resolved.get("in").asString().equals("path")) {
                    described.add(resolved.get("name").asString());
                }
            }
            assertEquals(variables(operation.path()), described, operation::toString);
        }
    }

    @Test
    void everyRouteOfApiIsDescribed() {
        for (Route route : desk.routes()) {
            boolean expected = route.path().startsWith("/api/");
            boolean actual = document.operations().stream()
                    .anyMatch(each ->
                            each.path().equals(route.path()) && each.method().equals(route.method()));
            assertTrue(!expected || actual, route.path());
        }
    }

    @Test
    void operationsRequireKnownSchemes() {
        for (DocumentedOperation operation : document.operations()) {
            for (JsonNode requirement : operation.node().get("security")) {
                requirement
                        .propertyNames()
                        .forEach(name -> assertTrue(
                                document.root()
                                        .at("/components/securitySchemes")
                                        .has(name),
                                name));
            }
        }
    }

    @Test
    void webhookHasSchemaOfItsTrigger() {
        DocumentedOperation operation =
                document.operation("POST", desk.webhookPath()).orElseThrow();
        assertEquals(
                "[\"from\",\"text\"]",
                operation
                        .node()
                        .at("/requestBody/content/application~1json/schema/required")
                        .toString());
    }

    @Test
    void recursiveArgumentsReferToComponents() {
        String name = "dev.escapement.server.openapi.TicketDesk.file_ticket.Arguments";
        assertEquals(
                "#/components/schemas/" + name + ".Category",
                document.root()
                        .at("/components/schemas/" + name + "/properties/category/$ref")
                        .asString(),
                () -> document.root().at("/components/schemas").propertyNames().toString());
    }

    @Test
    void replyOfPausedStepIsComponent() {
        assertTrue(document.root()
                .at("/components/schemas/dev.escapement.server.openapi.TicketDesk.ask_customer.Reply/properties")
                .has("urgent"));
    }

    @Test
    void equalServersHaveEqualDocuments() {
        assertEquals(
                document.root().toString(),
                new DeskServer().validated().document().root().toString());
    }

    @Test
    void knownDocumentIsNotSentAgain() {
        String etag = desk.get("/api/openapi.json", Map.of()).headers().get("ETag");
        assertEquals(
                304,
                desk.get("/api/openapi.json", Map.of("If-None-Match", List.of(etag)))
                        .status());
    }

    @Test
    void sameNameWithOtherSchemaIsRejected() {
        SchemaComponents components = new SchemaComponents();
        components.add(new BodySchema("A", "{\"type\":\"string\"}"), "");
        assertThrows(IllegalStateException.class, () -> components.add(new BodySchema("A", "{\"type\":\"null\"}"), ""));
    }

    @Test
    void referenceInDataIsNotChanged() {
        SchemaComponents components = new SchemaComponents();
        components.add(
                new BodySchema(
                        "A",
                        "{\"type\":\"object\",\"properties\":{\"$ref\":{\"$ref\":\"#\"}},"
                                + "\"const\":{\"$ref\":\"#/$defs/B\"},\"$defs\":{\"B\":{}}}"),
                "");
        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"$ref\":{\"$ref\":\"#/components/schemas/A\"}},"
                        + "\"const\":{\"$ref\":\"#/$defs/B\"}}",
                components.get("A").json());
    }

    @Test
    void headOfAStreamHasNoBody() {
        ServerRequest request = DeskServer.request("HEAD", "/api/questions/follow", Map.of(), new byte[0]);
        ServerResponse response = desk.validated().handle(request);

        assertEquals("", ValidatedServer.text(response));
        assertInstanceOf(ServerResponse.Complete.class, response);
    }

    @Test
    void undescribedStatusIsAnError() {
        assertThrows(AssertionError.class, () -> answered(Responses.json(203, "{}", Map.of())));
    }

    @Test
    void undescribedBodyIsAnError() {
        assertThrows(AssertionError.class, () -> answered(Responses.json(200, "{\"b\":1}", Map.of())));
    }

    @Test
    void undescribedTypeIsAnError() {
        assertThrows(
                AssertionError.class,
                () -> answered(Responses.json(200, "{\"a\":1}", Map.of("Content-Type", "text/plain"))));
    }

    @Test
    void problemWithOtherStatusIsAnError() {
        String problem = "{\"type\":\"a\",\"title\":\"b\",\"status\":400,\"detail\":\"c\"}";
        assertThrows(
                AssertionError.class,
                () -> answered(Responses.json(500, problem, Map.of("Content-Type", "application/problem+json"))));
    }

    @Test
    void describedResponseIsReturned() {
        assertEquals(200, answered(Responses.json(200, "{\"a\":1}", Map.of())).status());
    }

    private static ServerResponse answered(ServerResponse response) {
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{}},\"additionalProperties\":false}";
        RouteOperation operation = new RouteOperation(
                "a", "A.", List.of(), Optional.empty(), Map.of(200, Optional.of(new BodySchema("A", schema))));
        Route route = new Route("GET", "/api/a", Access.READER, operation, exchange -> response);
        String json = OpenApiDocument.of(List.of(route), new AgentRoutePaths(List.of(), List.of()), List.of());
        return new ValidatedServer(request -> response, new ApiDocument(json)).handle(DeskServer.request("/api/a"));
    }

    private static Set<String> variables(String path) {
        Set<String> variables = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{([^}]+)}").matcher(path);
        while (matcher.find()) {
            variables.add(matcher.group(1));
        }
        return variables;
    }
}
