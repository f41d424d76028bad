export { errors } from "@toetssteen/contract";
