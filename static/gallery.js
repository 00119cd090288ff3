// A preview's page loads again when a file of its brand is saved.
new EventSource("/_demo/gallery/changes").addEventListener("message", () => location.reload());
