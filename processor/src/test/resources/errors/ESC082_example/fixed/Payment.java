package shop;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.escapement.Codec;

@Codec
@JsonSubTypes({
  @JsonSubTypes.Type(value = Payment.Card.class, name = "card"),
  @JsonSubTypes.Type(value = Payment.BankTransfer.class, name = "bank_transfer")
})
public sealed interface Payment {
  record Card(String number) implements Payment {}

  record BankTransfer(String iban) implements Payment {}
}
