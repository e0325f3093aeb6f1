package dev.escapement.samples.newsroom;

/** A call that can follow a review. */
sealed interface AfterReview permits WriteDraft, PublishArticle, DropArticle {}
