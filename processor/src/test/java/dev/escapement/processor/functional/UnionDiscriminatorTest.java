package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.processor.functional.shape.NestedShapes;
import dev.escapement.processor.functional.shape.Unions;
import dev.escapement.processor.functional.shape.Unions_AlikeSpec;
import dev.escapement.processor.functional.shape.Unions_ContactCodec;
import dev.escapement.processor.functional.shape.Unions_EachSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the property that distinguishes the records of a sealed interface. */
class UnionDiscriminatorTest {

    private static final Unions.Contact CONTACT =
            new Unions.Contact.ByPhone("555", new Unions.Contact.ByMail(new NestedShapes.Address("Elm", "1234")));

    @Test
    void theDiscriminatorIsWrittenFirst() {
        assertEquals(
                "{\"type\":\"by_phone\",\"phone_number\":\"555\",\"or_else\":"
                        + "{\"type\":\"by_mail\",\"mail_address\":{\"street_name\":\"Elm\",\"zip_code\":\"1234\"}}}",
                Unions_ContactCodec.INSTANCE.encode(CONTACT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'by_phone','phone_number':'555','or_else':%s}",
                "{'type':'by_phone','or_else':%s,'phone_number':'555'}",
                "{'phone_number':'555','type':'by_phone','or_else':%s}",
                "{'phone_number':'555','or_else':%s,'type':'by_phone'}",
                "{'or_else':%s,'type':'by_phone','phone_number':'555'}",
                "{'or_else':%s,'phone_number':'555','type':'by_phone'}"
            })
    void itIsReadWhereverItStands(String outer) {
        for (String inner : List.of(
                "{'type':'by_mail','mail_address':{'street_name':'Elm','zip_code':'1234'}}",
                "{'mail_address':{'zip_code':'1234','street_name':'Elm'},'type':'by_mail'}")) {
            String json = outer.replace("%s", inner).replace('\'', '"');
            assertEquals(new Decoded.Accepted<>(CONTACT, List.of()), Unions_ContactCodec.INSTANCE.decode(json));
        }
    }

    @Test
    void itsNameAndItsValuesAreThoseThatAreWrittenDown() {
        Unions.Each each = new Unions.Each(
                new Unions.OpenPolygon(List.of(1.5), "plane"),
                new Unions.Cash(5),
                new Unions.Stop(),
                new Unions.Dragon(List.of(new Unions.Cat(9), new Unions.Dog("Rex"), new Unions.Wolf(true))),
                new Unions.Alone("so"),
                new Unions.Contact.Never());
        assertEquals(
                ("{'shape':{'type':'open_polygon','sides':[1.5],'in':'plane'},"
                                + "'payment':{'kind':'hard \\'cash\\'','cents':5},"
                                + "'signal':{'signal':'stop'},"
                                + "'animal':{'type':'dragon','eaten':[{'type':'kitty','lives':9},"
                                + "{'type':'dog','name':'Rex'},{'type':'wolf','howls':true}]},"
                                + "'single':{'type':'alone','word':'so'},"
                                + "'contact':{'type':'never'}}")
                        .replace('\'', '"'),
                Unions_EachSpec.INSTANCE.encode(each));
    }

    @Test
    void aRecordAloneHasNone() {
        Unions.Circle circle = new Unions.Circle(1.5);
        Unions.Card card = new Unions.Card("1", "debit");
        Unions.Alike alike = new Unions.Alike(circle, circle, card, card, Optional.of(new Unions.Dog("Rex")));
        assertEquals(
                ("{'circle':{'radius':1.5},'shape':{'type':'circle','radius':1.5},"
                                + "'card':{'number':'1','type':'debit'},"
                                + "'payment':{'kind':'card','number':'1','type':'debit'},'dog':{'name':'Rex'}}")
                        .replace('\'', '"'),
                Unions_AlikeSpec.INSTANCE.encode(alike));
    }

    @Test
    void aWrongOneIsReportedWithTheOneThatWasMeant() {
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation(
                        "$.type",
                        "one of \"by_mail\", \"by_phone\", \"never\" (did you mean \"by_phone\"?)",
                        "the string \"byphone\""))),
                Unions_ContactCodec.INSTANCE.decode("{\"phone_number\":5,\"type\":\"byphone\"}"));
    }
}
