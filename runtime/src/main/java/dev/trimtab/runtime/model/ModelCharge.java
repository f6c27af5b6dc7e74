package dev.trimtab.runtime.model;

/**
 * What one answered call took.
 *
 * @param model the name that the server knows the model by
 * @param usage tokens, as the server counted them or as estimated
 * @param estimated whether the server gave no usage, so that {@code usage} is our estimate
 * @param counted prompt tokens as we counted them before sending
 * @param money US dollars by the model's price list
 */
public record ModelCharge(String model, ModelTokenUsage usage, boolean estimated, int counted, double money) {}
