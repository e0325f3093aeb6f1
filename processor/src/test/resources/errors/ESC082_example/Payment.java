package shop;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.escapement.Codec;

@Codec
// ERROR ESC082 SubtypeFault.UNLISTED(Payment, BankTransfer), SubtypeRemedy.LIST(BankTransfer, bank_transfer)
@JsonSubTypes(@JsonSubTypes.Type(value = Payment.Card.class, name = "card"))
public sealed interface Payment {
  record Card(String number) implements Payment {}

  record BankTransfer(String iban) implements Payment {}
}
